package nl.klimrek.popforms.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.popforms.Direction;
import nl.klimrek.contracts.popforms.GoalHorizon;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.contracts.popforms.Purpose;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.goal.GoalAim;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import nl.klimrek.popforms.text.TypedText;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposes goals to an employee, and takes the employee's answer. */
@RestController
@RequestMapping("/api/pop-forms/{pop}/proposals")
class GoalProposalController {

    private static final int TITLE = 200;
    private static final int TEXT = 2000;

    private final GoalProposalService proposals;

    GoalProposalController(GoalProposalService proposals) {
        this.proposals = proposals;
    }

    /** A goal to propose. @param onBehalfOfTeam whether a manager proposes what the team talked about; default false */
    record NewProposal(
            @NotBlank @Size(max = TITLE) String title,
            @Size(max = TEXT) @Nullable String why,
            @Size(max = TEXT) @Nullable String howMeasured,
            @Size(max = TEXT) @Nullable String supportFrom,
            @NotNull LocalDate targetDate,
            @NotNull GoalHorizon horizon,
            @NotNull Purpose purpose,
            @NotNull Direction direction,
            @Nullable Boolean onBehalfOfTeam) {

        GoalProposal proposal(String id, String proposer, Origin origin, LocalDate today) {
            return new GoalProposal(
                    id,
                    proposer,
                    new GoalAim(horizon, purpose, origin, direction, targetDate, List.of(), null),
                    CommittedText.of(GoalText.of(title, why, howMeasured, supportFrom)),
                    today,
                    null);
        }
    }

    /** @param targetDate day by which the employee wants to reach it; default the proposed one */
    record Acceptance(@Nullable LocalDate targetDate) {}

    /** @param reason what the proposer may read; may be left out */
    record Decline(@Size(max = TEXT) @Nullable String reason) {

        @Nullable
        CommittedText<NoteText> why() {
            String typed = TypedText.normalise(reason);
            return typed == null ? null : CommittedText.of(NoteText.of(typed));
        }
    }

    /**
     * A proposal with its text.
     *
     * @param declinedOn day of the employee's no; only after one
     * @param declinedBecause what the employee wrote to the proposer; only where something was written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposalView(
            String id,
            String proposer,
            Origin origin,
            String title,
            @Nullable String why,
            @Nullable String howMeasured,
            @Nullable String supportFrom,
            LocalDate targetDate,
            GoalHorizon horizon,
            Purpose purpose,
            Direction direction,
            LocalDate proposedOn,
            @Nullable LocalDate declinedOn,
            @Nullable String declinedBecause) {

        static ProposalView of(GoalProposal one) {
            GoalText words = one.text().text();
            GoalProposal.Declined declined = one.declined();
            return new ProposalView(
                    one.id(),
                    one.proposer(),
                    one.aim().origin(),
                    words.title(),
                    words.why(),
                    words.howMeasured(),
                    words.supportFrom(),
                    one.aim().targetDate(),
                    one.aim().horizon(),
                    one.aim().purpose(),
                    one.aim().direction(),
                    one.proposedOn(),
                    declined == null ? null : declined.on(),
                    declined == null || declined.why() == null
                            ? null
                            : declined.why().text().text());
        }
    }

    @GetMapping
    Page<ProposalView> list(@PathVariable String pop, Caller caller) {
        return new Page<>(
                proposals.list(caller, pop).stream().map(ProposalView::of).toList(), null);
    }

    @PostMapping
    ResponseEntity<ProposalView> propose(
            @PathVariable String pop, @Valid @RequestBody NewProposal goal, Caller caller, MessageContext cause) {
        Origin origin = proposals.originOf(caller, pop, Boolean.TRUE.equals(goal.onBehalfOfTeam()));
        String id = CommandIdGenerator.newId(cause);
        GoalProposal made = goal.proposal(id, caller.person(), origin, proposals.today(caller, pop));
        Versioned<GoalProposals> after = proposals.propose(caller, pop, cause, made);
        return ETags.ok(ProposalView.of(after.state().open(id).orElse(made)), after);
    }

    /** Accepts a proposal. The answer has the goal's id and the ETag of the plan. */
    @PostMapping("/{goal}/acceptance")
    ResponseEntity<Map<String, String>> accept(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody(required = false) Acceptance accepted,
            Caller caller,
            MessageContext cause) {
        Versioned<Pop> plan =
                proposals.accept(caller, pop, goal, cause, accepted == null ? null : accepted.targetDate());
        return ETags.ok(Map.of("id", goal, "pop", pop), plan);
    }

    @PostMapping("/{goal}/decline")
    ResponseEntity<Void> decline(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody(required = false) Decline no,
            Caller caller,
            MessageContext cause) {
        proposals.decline(caller, pop, goal, cause, no == null ? null : no.why());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{goal}/withdrawal")
    ResponseEntity<Void> withdraw(
            @PathVariable String pop, @PathVariable String goal, Caller caller, MessageContext cause) {
        proposals.withdraw(caller, pop, goal, cause);
        return ResponseEntity.noContent().build();
    }
}
