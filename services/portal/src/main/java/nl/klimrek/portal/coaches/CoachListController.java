package nl.klimrek.portal.coaches;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Employees choose a coach and ask a conversation in one step; a coach keeps the own profile. */
@PageController
@RequestMapping("/coaches")
class CoachListController {
    static final String API = "/api/conversations/coaches";
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    CoachListController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String skill,
            Viewer viewer,
            Model model) {
        Reader reader = readers.of(viewer);
        Section<List<CoachResponse>> all =
                services.list(viewer, Upstream.CONVERSATIONS, API + "?limit=200", CoachResponse.class);
        model.addAttribute("page", all.map(coaches -> CoachListPage.of(reader, coaches, kind, language, skill)));
        return "coaches/coaches";
    }

    /** Asks for the conversation; no permission is needed, and both choose a moment. */
    @PostMapping("/ask")
    String ask(FormPost post) {
        String coach = post.text("coach");
        return commands.post(
                        post,
                        Upstream.CONVERSATIONS,
                        "/api/conversations",
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "CAREER")
                                .put("counterpart", coach)
                                .put("coach", true))
                .done("coaches.asked", readers.of(post.viewer()).name(coach))
                .to(asked -> "/conversations/" + asked.path("id").asText());
    }

    @GetMapping("/profile")
    String profile(Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Section<CoachResponse> me =
                services.get(viewer, Upstream.CONVERSATIONS, API + "/" + viewer.person(), CoachResponse.class);
        model.addAttribute("page", me);
        model.addAttribute("none", !me.isOk() && me.trouble().status() == 404);
        model.addAttribute(
                "kind", me.isOk() ? CoachCodes.kind(reader, me.value().kind()) : "");
        model.addAttribute("skills", CoachCodes.skills(reader));
        model.addAttribute("languages", CoachCodes.languages(reader));
        model.addAttribute("days", CoachCodes.days(reader));
        return "coaches/profile";
    }

    @PostMapping("/profile")
    String describe(FormPost post) {
        return commands.put(
                        post, Upstream.CONVERSATIONS, API + "/" + post.viewer().person() + "/profile", () -> {
                            ObjectNode body = JsonNodeFactory.instance.objectNode();
                            add(body.putArray("skills"), post.all("skill"));
                            add(body.putArray("languages"), post.all("language"));
                            add(body.putArray("workingDays"), post.all("day"));
                            return body;
                        })
                .done("coaches.profile.saved")
                .back();
    }

    private static void add(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
