package nl.klimrek.portal.webhooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.CommandSender.SentCommand;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** HR's webhooks. A secret is shown once, on the page after the step that made it. */
@PageController
@RequestMapping(WebhookPageController.ROOM)
class WebhookPageController {
    static final String ROOM = "/hr/webhooks";
    private static final String PATH = "/api/reminders/webhooks";
    private static final String ID = "{id:wh-[a-f0-9-]+}";

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    WebhookPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String webhooks(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        model.addAttribute(
                "page",
                WebhookPage.of(
                        readers.of(viewer),
                        services.get(viewer, Upstream.REMINDERS, PATH, WebhookResponse[].class)
                                .map(Arrays::asList)));
        return "webhooks/webhooks";
    }

    @PostMapping
    String register(FormPost post) {
        return withSecret(
                "webhooks.registered",
                commands.post(
                        post,
                        Upstream.REMINDERS,
                        PATH,
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("url", post.text("url"))
                                .put("format", post.text("format"))));
    }

    @PostMapping(ID + "/secret")
    String renewSecret(@PathVariable String id, FormPost post) {
        return withSecret("webhooks.renewed", step(post, id, "secret"));
    }

    @PostMapping(ID + "/test")
    String test(@PathVariable String id, FormPost post) {
        return step(post, id, "test").done("webhooks.tested").to(ROOM);
    }

    @PostMapping(ID + "/stop")
    String stop(@PathVariable String id, FormPost post) {
        return step(post, id, "stop").done("webhooks.stopped.done").to(ROOM);
    }

    @PostMapping(ID + "/start")
    String start(@PathVariable String id, FormPost post) {
        return step(post, id, "start").done("webhooks.started.done").to(ROOM);
    }

    @PostMapping(ID + "/remove")
    String remove(@PathVariable String id, FormPost post) {
        return commands.delete(post, Upstream.REMINDERS, PATH + "/" + id)
                .done("webhooks.removed")
                .to(ROOM);
    }

    private SentCommand step(FormPost post, String id, String step) {
        return commands.post(post, Upstream.REMINDERS, PATH + "/" + id + "/" + step);
    }

    private static String withSecret(String key, SentCommand sent) {
        return (sent.accepted()
                        ? sent.done(key, sent.answer().value().path("secret").asText())
                        : sent)
                .to(ROOM);
    }
}
