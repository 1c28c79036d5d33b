package nl.klimrek.conversations.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Slot;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.conversations.dialogue.Words;
import nl.klimrek.conversations.questions.Choosing;
import nl.klimrek.conversations.questions.History;
import nl.klimrek.conversations.questions.KnownQuestions;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionViews;
import nl.klimrek.conversations.questions.Wish;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Planning, finding a time for and reading a team's dialogue, and closing it. */
@RestController
@RequestMapping("/api/conversations/team-dialogues")
class TeamController {

    private static final int USUAL_DAYS = 28;

    private final TeamDialogues dialogues;
    private final Roster roster;
    private final KnownQuestions questions;
    private final QuestionViews views;
    private final DisclosureLog disclosures;

    TeamController(
            TeamDialogues dialogues,
            Roster roster,
            KnownQuestions questions,
            QuestionViews views,
            DisclosureLog disclosures) {
        this.dialogues = dialogues;
        this.roster = roster;
        this.questions = questions;
        this.views = views;
        this.disclosures = disclosures;
    }

    /** @param windowFrom first day, absent for today; {@code windowUntil} absent for four weeks later */
    record NewTeamDialogue(@NotBlank @Size(max = 100) String team, LocalDate windowFrom, LocalDate windowUntil) {}

    record Moment(@NotNull Instant slotStart, @NotNull Instant slotEnd) {}

    /** @param heldAt absent for now */
    record Holding(
            Instant heldAt, @NotNull @Min(2) @Max(500) Integer present) {}

    /** @param noActionReason why nothing was agreed; absent where there is an agreement */
    record TeamClosing(@Size(max = 2000) String noActionReason) {}

    @PostMapping
    ResponseEntity<TeamView> plan(@Valid @RequestBody NewTeamDialogue body, Caller caller, MessageContext cause) {
        LocalDate today = roster.today(caller.organisation(), caller.person());
        LocalDate from = body.windowFrom() == null ? today : body.windowFrom();
        LocalDate until = body.windowUntil() == null ? from.plusDays(USUAL_DAYS) : body.windowUntil();
        if (until.isBefore(from)) {
            throw new RefusedException(Refusal.of("window-impossible"));
        }
        String id = CommandIdGenerator.newId(cause);
        TeamPlan plan = new TeamPlan(id, body.team(), caller.person(), new Window(from, until));
        Versioned<TeamDialogue> planned =
                dialogues.plan(caller, id, cause, body.team(), TeamDialogue.planned(plan, today));
        return ResponseEntity.created(URI.create("/api/conversations/team-dialogues/" + id))
                .eTag(ETags.of(planned.version()))
                .body(TeamView.line(planned.state()));
    }

    @GetMapping
    Page<TeamView> mine(ListRequest asked, Caller caller) {
        return Page.of(
                dialogues.of(caller).stream()
                        .map(one -> TeamView.line(one)
                                .ledByReader(dialogues.leads(caller, one.plan().team())))
                        .toList(),
                TeamView::id,
                asked);
    }

    /** Each colleague's contribution that is read is a look at their words, shared with the team. */
    @GetMapping("{id}")
    ResponseEntity<TeamView> one(@PathVariable String id, Caller caller, Locale language) {
        Versioned<TeamDialogue> found = dialogues.find(caller, id);
        found.state().goals().stream()
                .flatMap(goal -> goal.contributions().keySet().stream())
                .distinct()
                .forEach(member -> disclosures.record(caller, member, "TEAM_CONTRIBUTION", AccessRight.SHARED));
        QuestionBank bank = questions.bank(caller.organisation());
        Wish wish = new Wish(ConversationType.TEAM_DIALOGUE, Side.EMPLOYEE, id, null, null, History.NONE);
        TeamView whole = TeamView.whole(found.state(), views.on(Choosing.sheet(bank, wish), bank, language));
        return ETags.ok(
                whole.ledByReader(dialogues.leads(caller, found.state().plan().team())), found);
    }

    @PostMapping("{id}/invitation")
    ResponseEntity<TeamView> invite(
            @PathVariable String id, @Valid @RequestBody Moment body, Caller caller, MessageContext cause) {
        if (!Slot.possible(body.slotStart(), body.slotEnd())) {
            throw new RefusedException(Refusal.of("slot-impossible", "hours", Slot.LONGEST.toHours()));
        }
        Slot slot = new Slot(body.slotStart(), body.slotEnd());
        return line(dialogues.byFacilitator(caller, id, cause, now -> now.invite(slot, roster.now())));
    }

    @PostMapping("{id}/holding")
    ResponseEntity<TeamView> hold(
            @PathVariable String id, @Valid @RequestBody Holding body, Caller caller, MessageContext cause) {
        Instant now = roster.now();
        Instant heldAt = body.heldAt() == null ? now : body.heldAt();
        return line(dialogues.byFacilitator(caller, id, cause, one -> one.hold(heldAt, body.present(), now)));
    }

    @PostMapping("{id}/closing")
    ResponseEntity<TeamView> close(
            @PathVariable String id,
            @Valid @RequestBody(required = false) TeamClosing body,
            Caller caller,
            MessageContext cause) {
        boolean reasoned = body != null
                && body.noActionReason() != null
                && !body.noActionReason().isBlank();
        Words reason = reasoned ? Words.of(body.noActionReason()) : null;
        return line(dialogues.byFacilitator(caller, id, cause, now -> now.close(reason)));
    }

    @PostMapping("{id}/cancellation")
    ResponseEntity<TeamView> cancel(@PathVariable String id, Caller caller, MessageContext cause) {
        return line(dialogues.byFacilitator(caller, id, cause, TeamDialogue::cancel));
    }

    private static ResponseEntity<TeamView> line(Versioned<TeamDialogue> taken) {
        return ETags.ok(TeamView.line(taken.state()), taken);
    }
}
