package nl.klimrek.portal.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.people.AccountLinkPage.SignIn;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Links accounts to people, and ends links. For HR; everybody else is led to their own first page. */
@PageController
class AccountLinkController {
    private static final String ROOM = "/hr/people/sign-ins";
    private static final String PATH = "/api/people/sign-ins";
    private static final int PAGES_SEARCHED = 50;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    AccountLinkController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    /** A person as a search finds them. */
    record Found(String person) {}

    @GetMapping(ROOM)
    String list(
            @RequestParam(defaultValue = "false") boolean linked,
            @RequestParam(required = false) String after,
            Viewer viewer,
            Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        model.addAttribute(
                "page",
                AccountLinkPage.of(
                        readers.of(viewer),
                        !linked,
                        services.rows(
                                viewer,
                                Upstream.PEOPLE,
                                PATH + "?limit=25&unknown=" + !linked
                                        + (after == null ? "" : "&after=" + encoded(after)),
                                SignIn.class)));
        model.addAttribute("here", linked ? ROOM + "?linked=true" : ROOM + "?linked=false");
        model.addAttribute("begins", after == null);
        return "people/account-links";
    }

    /** The person is named by number or address; a name will do when one person has it. */
    @PostMapping(ROOM + "/{id:[a-f0-9]+}/link")
    String link(@PathVariable String id, FormPost post) {
        return commands.send(post, () -> {
                    List<String> found = people(post.viewer(), post.text("person"));
                    return found.size() == 1
                            ? services.post(
                                    post.viewer(),
                                    Upstream.PEOPLE,
                                    PATH + "/" + id + "/link",
                                    JsonNodeFactory.instance.objectNode().put("person", found.get(0)),
                                    new CommandHeaders(post.key(), null),
                                    JsonNode.class)
                            : Section.failed(
                                    notOne(post.viewer(), found.isEmpty() ? "signins.nobody" : "signins.several"));
                })
                .done("signins.linked.done")
                .to(ROOM);
    }

    @PostMapping(ROOM + "/{id:[a-f0-9]+}/end")
    String end(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.PEOPLE, PATH + "/" + id + "/end", JsonNodeFactory.instance::objectNode)
                .done("signins.ended.done")
                .to(ROOM + "?linked=true");
    }

    /** Finds people by these words, at most two. */
    private List<String> people(Viewer viewer, String words) {
        List<String> found = new ArrayList<>();
        String after = "";
        for (int page = 0; page < PAGES_SEARCHED && after != null && found.size() < 2 && !words.isBlank(); page++) {
            Rows<Found> rows = services.rows(
                            viewer,
                            Upstream.PEOPLE,
                            "/api/people?limit=50&q=" + encoded(words.strip())
                                    + (after.isEmpty() ? "" : "&after=" + encoded(after)),
                            Found.class)
                    .orThrow();
            rows.items().stream().map(Found::person).forEach(found::add);
            after = rows.next();
        }
        return found;
    }

    private Trouble notOne(Viewer viewer, String key) {
        Reader reader = readers.of(viewer);
        return new Trouble(
                400, "not-one-person", reader.say("signins.not-one"), "", true, Map.of("person", reader.say(key)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
