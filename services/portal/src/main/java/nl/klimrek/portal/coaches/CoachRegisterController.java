package nl.klimrek.portal.coaches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR appoints coaches and ends appointments. */
@PageController
@RequestMapping("/hr/coaches")
class CoachRegisterController {
    private static final int FOUND = 20;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    CoachRegisterController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String register(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        Section<List<CoachResponse>> coaches = services.list(
                viewer, Upstream.CONVERSATIONS, CoachListController.API + "?limit=200", CoachResponse.class);
        Section<List<JsonNode>> found = q.isBlank()
                ? Section.of(List.of(), null)
                : services.list(
                        viewer,
                        Upstream.PEOPLE,
                        "/api/people?limit=" + FOUND + "&q=" + URLEncoder.encode(q.strip(), StandardCharsets.UTF_8),
                        JsonNode.class);
        model.addAttribute("page", coaches.map(all -> CoachRegisterPage.of(reader, all, found.orElse(List.of()), q)));
        model.addAttribute("away", found.isOk() ? null : found.trouble());
        return "coaches/register";
    }

    @PostMapping
    String appoint(FormPost post) {
        String person = post.text("person");
        return commands.post(
                        post,
                        Upstream.CONVERSATIONS,
                        CoachListController.API,
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("person", person)
                                .put("kind", post.text("kind")))
                .done("coaches.appointed", readers.of(post.viewer()).name(person))
                .to("/hr/coaches");
    }

    @PostMapping("/{person:[A-Za-z0-9_:.@+-]+}/ending")
    String end(@PathVariable String person, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CoachListController.API + "/" + person + "/ending")
                .done("coaches.ended", readers.of(post.viewer()).name(person))
                .to("/hr/coaches");
    }
}
