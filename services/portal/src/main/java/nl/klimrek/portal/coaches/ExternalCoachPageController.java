package nl.klimrek.portal.coaches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
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

/** An employee invites a coach from outside, sees how far the invitation is, and withdraws it. */
@PageController
@RequestMapping("/coaches/external")
class ExternalCoachPageController {
    private static final String API = "/api/conversations/external-coaches";
    private static final String ID = "{coach:[A-Za-z0-9_:.@+-]+}";

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    ExternalCoachPageController(ServiceClient services, CommandSender commands, ReaderFactory readers, Clock clock) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Section<List<ExternalCoachPage.Account>> all =
                services.list(viewer, Upstream.CONVERSATIONS, API + "?limit=200", ExternalCoachPage.Account.class);
        model.addAttribute("page", all.map(found -> ExternalCoachPage.of(reader, found)));
        model.addAttribute("scopes", ExternalCoachPage.scopes(reader));
        model.addAttribute("languages", ExternalCoachPage.languages(reader));
        model.addAttribute("language", viewer.language().getLanguage());
        model.addAttribute("inviter", viewer.name().isBlank() ? reader.name(viewer.person()) : viewer.name());
        model.addAttribute("today", reader.today(clock.instant()));
        return "coaches/external";
    }

    @PostMapping
    String invite(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API, () -> {
                    LocalDate lastDay = post.day("lastDay");
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("name", post.text("name"))
                            .put("email", post.text("email"))
                            .put("language", post.text("language"))
                            .put("inviter", post.text("inviter"))
                            .put("scope", post.text("scope"));
                    if (lastDay != null) {
                        body.put("lastDay", lastDay.toString());
                    }
                    return body;
                })
                .done("coaches.external.invited", post.text("name"))
                .to("/coaches/external");
    }

    @PostMapping(ID + "/withdrawal")
    String withdraw(@PathVariable String coach, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + coach + "/withdrawal")
                .done("coaches.external.withdrawn")
                .to("/coaches/external");
    }

    /** One more conversation of a track. */
    @PostMapping(ID + "/conversation")
    String ask(@PathVariable String coach, FormPost post) {
        return commands.post(
                        post,
                        Upstream.CONVERSATIONS,
                        "/api/conversations",
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("type", "CAREER")
                                .put("counterpart", coach))
                .done("coaches.external.asked")
                .to(asked -> "/conversations/" + asked.path("id").asText());
    }
}
