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
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.QuestionViewMapper;
import nl.klimrek.conversations.questions.selection.ConversationHistory;
import nl.klimrek.conversations.questions.selection.QuestionSelectionCriteria;
import nl.klimrek.conversations.questions.selection.QuestionSelector;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
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
class TeamDialogueController {

    private static final int DEFAULT_DAYS = 28;

    private final TeamDialogueService dialogues;
    private final CurrentRoster roster;
    private final QuestionBankRepository questions;
    private final QuestionViewMapper views;
    private final DisclosureLog disclosures;

    TeamDialogueController(
            TeamDialogueService dialogues,
            CurrentRoster roster,
            QuestionBankRepository questions,
            QuestionViewMapper views,
            DisclosureLog disclosures) {
        this.dialogues = dialogues;
        this.roster = roster;
        this.questions = questions;
        this.views = views;
        this.disclosures = disclosures;
    }

    /** @param windowFrom first day, absent for today; {@code windowUntil} absent for four weeks later */
    record NewTeamDialogue(
            @NotBlank @Size(max = 100) String team,
            @Nullable LocalDate windowFrom,
            LocalDate windowUntil) {}

    record Moment(@NotNull Instant slotStart, @NotNull Instant slotEnd) {}

    /** @param heldAt absent for now */
    record Holding(
            @Nullable Instant heldAt,
            @NotNull @Min(2) @Max(500) Integer present) {}

    /** @param noActionReason why nothing was agreed; absent where there is an agreement */
    record TeamClosing(@Size(max = 2000) @Nullable String noActionReason) {}

    @PostMapping
    ResponseEntity<TeamDialogueView> plan(
            @Valid @RequestBody NewTeamDialogue body, Caller caller, MessageContext context) {
        LocalDate today = roster.today(caller.organisation(), caller.person());
        LocalDate from = body.windowFrom() == null ? today : body.windowFrom();
        LocalDate until = body.windowUntil() == null ? from.plusDays(DEFAULT_DAYS) : body.windowUntil();
        if (until.isBefore(from)) {
            throw new RefusedException(Refusal.of("window-impossible"));
        }
        String id = CommandIdGenerator.newId(context);
        TeamDialoguePlan plan = new TeamDialoguePlan(id, body.team(), caller.person(), new Window(from, until));
        Versioned<TeamDialogue> planned =
                dialogues.plan(caller, id, context, body.team(), TeamDialogue.planned(plan, today));
        return ResponseEntity.created(URI.create("/api/conversations/team-dialogues/" + id))
                .eTag(ETags.of(planned.version()))
                .body(TeamDialogueView.line(planned.state()));
    }

    @GetMapping
    Page<TeamDialogueView> mine(ListRequest asked, Caller caller) {
        return Page.of(
                dialogues.of(caller).stream()
                        .map(one -> TeamDialogueView.line(one)
                                .ledByReader(dialogues.leads(caller, one.plan().team())))
                        .toList(),
                TeamDialogueView::id,
                asked);
    }

    /** Each colleague's contribution that is read is a look at their words, shared with the team. */
    @GetMapping("{id}")
    ResponseEntity<TeamDialogueView> one(@PathVariable String id, Caller caller, Locale language) {
        Versioned<TeamDialogue> found = dialogues.find(caller, id);
        found.state().goals().stream()
                .flatMap(goal -> goal.contributions().keySet().stream())
                .distinct()
                .forEach(member -> disclosures.record(caller, member, "TEAM_CONTRIBUTION", AccessRight.SHARED));
        QuestionBank bank = questions.bank(caller.organisation());
        QuestionSelectionCriteria wish = new QuestionSelectionCriteria(
                ConversationType.TEAM_DIALOGUE, Side.EMPLOYEE, id, null, null, ConversationHistory.NONE);
        TeamDialogueView whole =
                TeamDialogueView.whole(found.state(), views.on(QuestionSelector.sheet(bank, wish), bank, language));
        return ETags.ok(
                whole.ledByReader(dialogues.leads(caller, found.state().plan().team())), found);
    }

    @PostMapping("{id}/invitation")
    ResponseEntity<TeamDialogueView> invite(
            @PathVariable String id, @Valid @RequestBody Moment body, Caller caller, MessageContext context) {
        if (!Slot.possible(body.slotStart(), body.slotEnd())) {
            throw new RefusedException(Refusal.of("slot-impossible", "hours", Slot.MAX_DURATION.toHours()));
        }
        Slot slot = new Slot(body.slotStart(), body.slotEnd());
        return line(dialogues.takeAsFacilitator(caller, id, context, now -> now.invite(slot, roster.now())));
    }

    @PostMapping("{id}/holding")
    ResponseEntity<TeamDialogueView> hold(
            @PathVariable String id, @Valid @RequestBody Holding body, Caller caller, MessageContext context) {
        Instant now = roster.now();
        Instant heldAt = body.heldAt() == null ? now : body.heldAt();
        return line(dialogues.takeAsFacilitator(caller, id, context, one -> one.hold(heldAt, body.present(), now)));
    }

    @PostMapping("{id}/closing")
    ResponseEntity<TeamDialogueView> close(
            @PathVariable String id,
            @Valid @RequestBody(required = false) TeamClosing body,
            Caller caller,
            MessageContext context) {
        String stated = body == null ? null : body.noActionReason();
        PrivateText reason = stated == null || stated.isBlank() ? null : PrivateText.of(stated);
        return line(dialogues.takeAsFacilitator(caller, id, context, now -> now.close(reason)));
    }

    @PostMapping("{id}/cancellation")
    ResponseEntity<TeamDialogueView> cancel(@PathVariable String id, Caller caller, MessageContext context) {
        return line(dialogues.takeAsFacilitator(caller, id, context, TeamDialogue::cancel));
    }

    private static ResponseEntity<TeamDialogueView> line(Versioned<TeamDialogue> taken) {
        return ETags.ok(TeamDialogueView.line(taken.state()), taken);
    }
}
