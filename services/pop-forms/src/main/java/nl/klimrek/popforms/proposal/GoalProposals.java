package nl.klimrek.popforms.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.popforms.GoalProposalAccepted;
import nl.klimrek.contracts.popforms.GoalProposalDeclined;
import nl.klimrek.contracts.popforms.GoalProposalWithdrawn;
import nl.klimrek.contracts.popforms.GoalProposed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * The goals that are proposed to one employee. They stand beside the plan: nothing of the plan changes before the
 * employee accepts. Refusals: {@code proposal-unknown}, {@code proposals-full}, {@code proposal-already-declined}, {@code
 * target-date-past}.
 *
 * @param employee person id of whom they are proposed to
 * @param all open ones, and the latest that were declined; oldest first
 */
public record GoalProposals(String employee, List<GoalProposal> all) {

    /** Open proposals of one employee; more is pressing, not proposing. */
    static final int MAX_OPEN = 20;
    /** Declined proposals that their proposer can still read. */
    static final int MAX_DECLINED = 20;

    public GoalProposals {
        all = List.copyOf(all);
    }

    /** Id of an employee's proposals. */
    public static String idOf(String employee) {
        return "proposals-" + employee;
    }

    static GoalProposals of(Optional<GoalProposals> current, String employee) {
        return current.orElseGet(() -> new GoalProposals(employee, List.of()));
    }

    /** The open proposal with this id. */
    public Optional<GoalProposal> open(String goal) {
        return all.stream().filter(one -> one.id().equals(goal) && one.open()).findFirst();
    }

    Decision<GoalProposals> propose(GoalProposal proposal) {
        if (all.stream().anyMatch(one -> one.id().equals(proposal.id()))) {
            return Decision.unchanged();
        }
        if (proposal.aim().targetDate().isBefore(proposal.proposedOn())) {
            return Decision.refuse("target-date-past");
        }
        if (all.stream().filter(GoalProposal::open).count() >= MAX_OPEN) {
            return Decision.refuse("proposals-full", "most", MAX_OPEN);
        }
        return Decision.accept(
                new GoalProposals(
                        employee,
                        Stream.concat(all.stream(), Stream.of(proposal)).toList()),
                new GoalProposed(
                        employee,
                        proposal.id(),
                        proposal.proposer(),
                        proposal.aim().origin(),
                        proposal.aim().horizon(),
                        proposal.aim().purpose(),
                        proposal.aim().direction(),
                        proposal.aim().targetDate(),
                        proposal.text().hash()));
    }

    /** Takes note that the goal is in the plan now. Doing so twice changes nothing. */
    Decision<GoalProposals> accepted(String goal) {
        return open(goal)
                .map(proposal ->
                        Decision.accept(without(goal), new GoalProposalAccepted(employee, goal, proposal.proposer())))
                .orElseGet(Decision::unchanged);
    }

    Decision<GoalProposals> decline(String goal, @Nullable CommittedText<NoteText> why, LocalDate today) {
        GoalProposal known = find(goal);
        if (known == null) {
            return Decision.refuse("proposal-unknown");
        }
        if (!known.open()) {
            return Decision.refuse("proposal-already-declined");
        }
        List<GoalProposal> after = all.stream()
                .map(one -> one.id().equals(goal) ? one.declined(today, why) : one)
                .toList();
        return Decision.accept(
                new GoalProposals(employee, withoutOldest(after)),
                new GoalProposalDeclined(employee, goal, known.proposer()));
    }

    /** Withdraws an open proposal, or puts a declined one away. */
    Decision<GoalProposals> withdraw(String goal, String proposer) {
        GoalProposal known = find(goal);
        if (known == null || !known.proposer().equals(proposer)) {
            return Decision.refuse("proposal-unknown");
        }
        return known.open()
                ? Decision.accept(without(goal), new GoalProposalWithdrawn(employee, goal, proposer))
                : Decision.accept(without(goal));
    }

    private @Nullable GoalProposal find(String goal) {
        return all.stream().filter(one -> one.id().equals(goal)).findFirst().orElse(null);
    }

    private GoalProposals without(String goal) {
        return new GoalProposals(
                employee, all.stream().filter(one -> !one.id().equals(goal)).toList());
    }

    private static List<GoalProposal> withoutOldest(List<GoalProposal> after) {
        long surplus = after.stream().filter(one -> !one.open()).count() - MAX_DECLINED;
        return surplus <= 0
                ? after
                : Stream.concat(
                                after.stream().filter(one -> !one.open()).skip(surplus),
                                after.stream().filter(GoalProposal::open))
                        .toList();
    }
}
