package nl.klimrek.portal.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A page on which a manager or a team member proposes a goal, and sees what became of earlier proposals. */
@PageController
@RequestMapping("/team/{person:[A-Za-z0-9_:.@+-]+}/goal")
class ProposalPageController {

    private static final List<String> DIRECTIONS = List.of("UP", "SIDE", "DEEPER", "BROADER", "DOWN", "OUT");
    /** A goal this near is one for the short term. */
    private static final int SHORT_MONTHS = 6;

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    ProposalPageController(ServiceClient services, CommandSender commands, ReaderFactory readers, Clock clock) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    /** A proposal of the reader, as the service answers it. */
    record Proposal(
            String id,
            String title,
            LocalDate targetDate,
            LocalDate proposedOn,
            @Nullable LocalDate declinedOn,
            @Nullable String declinedBecause) {}

    /**
     * A proposal as the page shows it.
     *
     * @param state what became of it, in a sentence
     * @param because what the colleague wrote; empty without words
     */
    record ProposalLine(String id, String title, String state, String because, boolean open) {}

    @GetMapping
    String show(@PathVariable String person, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        LocalDate today = reader.today(clock.instant());
        model.addAttribute("person", person);
        model.addAttribute("name", reader.name(person));
        model.addAttribute(
                "proposals",
                services.list(viewer, Upstream.POP_FORMS, path(person), Proposal.class).orThrow().stream()
                        .map(one -> line(reader, one))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("usual", today.plusMonths(3));
        model.addAttribute("manages", viewer.is("MANAGER"));
        model.addAttribute(
                "directions",
                DIRECTIONS.stream()
                        .map(code -> new Choice(code, reader.code("direction", code)))
                        .toList());
        return "proposal/propose";
    }

    @PostMapping
    String propose(@PathVariable String person, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(person), () -> body(post))
                .done("proposal.sent", readers.of(post.viewer()).name(person))
                .back();
    }

    @PostMapping("/{goal}/withdrawal")
    String withdraw(@PathVariable String person, @PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, path(person) + "/" + goal + "/withdrawal")
                .done("proposal.withdrawn")
                .to("/team/" + person + "/goal");
    }

    private JsonNode body(FormPost post) {
        LocalDate by = post.day("targetDate");
        if (by == null) {
            throw post.invalid("targetDate", "form.day");
        }
        boolean near =
                by.isBefore(readers.of(post.viewer()).today(clock.instant()).plusMonths(SHORT_MONTHS));
        return JsonNodeFactory.instance
                .objectNode()
                .put("title", post.text("title"))
                .put("why", post.textOrNull("why"))
                .put("howMeasured", post.textOrNull("howMeasured"))
                .put("targetDate", by.toString())
                .put("horizon", near ? "SHORT" : "LONG")
                .put("purpose", "BROADEN")
                .put("direction", post.text("direction").isEmpty() ? "BROADER" : post.text("direction"))
                .put("onBehalfOfTeam", post.isChecked("team"));
    }

    private static ProposalLine line(Reader reader, Proposal one) {
        boolean open = one.declinedOn() == null;
        return new ProposalLine(
                one.id(),
                one.title(),
                open
                        ? reader.say("proposal.open", reader.day(one.proposedOn()))
                        : reader.say("proposal.declined", reader.day(one.declinedOn())),
                one.declinedBecause() == null ? "" : one.declinedBecause(),
                open);
    }

    private static String path(String person) {
        return "/api/pop-forms/pop-" + person + "/proposals";
    }
}
