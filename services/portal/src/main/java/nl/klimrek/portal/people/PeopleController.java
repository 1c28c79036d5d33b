package nl.klimrek.portal.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.signin.SignInSettings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People for HR. Everybody else is led to their own first page. */
@PageController
class PeopleController {
    private static final int LINES = 50;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final ParallelCalls parallel;
    private final boolean ownIssuer;

    PeopleController(
            ServiceClient services,
            CommandSender commands,
            ReaderFactory readers,
            ParallelCalls parallel,
            SignInSettings signIn) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.parallel = parallel;
        this.ownIssuer = signIn.ownIssuer();
    }

    /** The organisation in figures, as the people service counts it. */
    record Summary(int employed, int left, int withManager, int withoutManager, int quarantined, int announced) {}

    @GetMapping("/hr/people")
    String everybody(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String after,
            Viewer viewer,
            Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        String search = q.isBlank() ? "" : "&q=" + encoded(q.strip());
        var summary = parallel.start(() -> services.get(viewer, Upstream.PEOPLE, "/api/people/summary", Summary.class));
        var questions = parallel.start(() ->
                services.list(viewer, Upstream.PEOPLE, "/api/people/questions?limit=1", SamePersonPage.Question.class));
        var announced = parallel.start(
                () -> services.list(viewer, Upstream.PEOPLE, "/api/people/announced?limit=1", PersonResponse.class));
        var people = parallel.start(() -> services.rows(
                viewer, Upstream.PEOPLE, "/api/people?limit=" + LINES + after(after) + search, PersonResponse.class));
        model.addAttribute("page", PeoplePage.of(reader, people.get()));
        model.addAttribute("summary", summary.get());
        model.addAttribute("asked", !questions.get().orElse(java.util.List.of()).isEmpty());
        model.addAttribute("ownIssuer", ownIssuer);
        model.addAttribute("later", !announced.get().orElse(java.util.List.of()).isEmpty());
        model.addAttribute("q", q);
        model.addAttribute("begins", after == null);
        return "people/people";
    }

    @GetMapping("/hr/people/without-manager")
    String withoutManager(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        return list("without-manager", after, viewer, model, "people/without");
    }

    @GetMapping("/hr/people/announced")
    String announced(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        return list("announced", after, viewer, model, "people/announced");
    }

    private String list(String which, String after, Viewer viewer, Model model, String view) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        String path = "/api/people/" + which + "?limit=" + LINES + after(after);
        model.addAttribute(
                "page",
                PeoplePage.of(readers.of(viewer), services.rows(viewer, Upstream.PEOPLE, path, PersonResponse.class)));
        model.addAttribute("begins", after == null);
        return view;
    }

    @GetMapping("/hr/people/questions")
    String questions(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        model.addAttribute(
                "page",
                SamePersonPage.of(
                        readers.of(viewer),
                        services.rows(
                                viewer,
                                Upstream.PEOPLE,
                                "/api/people/questions?limit=20" + after(after),
                                SamePersonPage.Question.class)));
        model.addAttribute("begins", after == null);
        return "people/questions";
    }

    @PostMapping("/hr/people/questions/{id:[A-Za-z0-9_:.@+-]+}")
    String answer(@PathVariable String id, FormPost post) {
        boolean same = "SAME_PERSON".equals(post.text("answer"));
        return commands.post(
                        post,
                        Upstream.PEOPLE,
                        "/api/people/questions/" + id + "/answer",
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("answer", same ? "SAME_PERSON" : "DIFFERENT_PEOPLE"))
                .done(same ? "people.question.same.done" : "people.question.different.done")
                .to("/hr/people/questions");
    }

    @GetMapping("/hr/people/{id:[A-Za-z0-9_:.@+-]+}")
    String person(@PathVariable String id, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Section<PersonResponse> found =
                services.get(viewer, Upstream.PEOPLE, "/api/people/" + id, PersonResponse.class);
        model.addAttribute("page", PersonPage.of(readers.of(viewer), found.orThrow()));
        return "people/person";
    }

    private static String after(String position) {
        return position == null || position.isBlank() ? "" : "&after=" + encoded(position);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
