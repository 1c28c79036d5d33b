package nl.klimrek.popforms.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import nl.klimrek.contracts.popforms.Origin;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Proposes goals, and answers proposals. The current manager and members of the same team propose; only the employee
 * answers; only the proposer withdraws. A proposal does not tell its proposer whether there is a plan.
 */
@Service
public class GoalProposalService {

    private final AggregateStore<GoalProposals> store;
    private final PopService plans;
    private final PeopleProjection people;
    private final AccessControl access;

    GoalProposalService(
            AggregateStore<GoalProposals> store, PopService plans, PeopleProjection people, AccessControl access) {
        this.store = store;
        this.plans = plans;
        this.people = people;
        this.access = access;
    }

    /** Where a caller's proposal comes from; refused with {@code forbidden} for anybody but manager and team. */
    public Origin originOf(Caller caller, String pop, boolean onBehalfOfTeam) {
        String owner = plans.ownerOf(pop);
        if (!caller.person().equals(owner) && people.manages(caller.organisation(), caller.person(), owner)) {
            return onBehalfOfTeam ? Origin.TEAM : Origin.MANAGER;
        }
        if (!inOneTeam(caller, owner)) {
            throw refused("forbidden");
        }
        return Origin.TEAM;
    }

    /** Today in the time zone of the employee. */
    public LocalDate today(Caller caller, String pop) {
        return plans.today(caller, plans.ownerOf(pop));
    }

    /** Proposes a goal; its origin is that of {@link #originOf}. */
    public Versioned<GoalProposals> propose(Caller caller, String pop, MessageContext cause, GoalProposal proposal) {
        String owner = employed(caller, plans.ownerOf(pop));
        return handle(
                caller,
                owner,
                cause,
                current -> GoalProposals.of(current, owner).propose(proposal));
    }

    /** The employee's open proposals; for others those that they made themselves. */
    public List<GoalProposal> list(Caller caller, String pop) {
        String owner = plans.ownerOf(pop);
        boolean own = caller.person().equals(owner);
        if (own) {
            access.self(caller, owner);
        } else {
            originOf(caller, pop, false);
        }
        return find(caller, owner).map(GoalProposals::all).orElse(List.of()).stream()
                .filter(one -> own ? one.open() : one.proposer().equals(caller.person()))
                .toList();
    }

    /**
     * Makes a proposed goal the employee's own. The goal is set first, under the proposal's id: a repetition after a stop in
     * between finds it and closes the proposal.
     *
     * @param by day by which the employee wants to reach it; null for the proposed one
     */
    public Versioned<Pop> accept(Caller caller, String pop, String goal, MessageContext cause, @Nullable LocalDate by) {
        String owner = plans.ownerOf(pop);
        access.self(caller, owner);
        Optional<GoalProposal> proposal = find(caller, owner).flatMap(all -> all.open(goal));
        Versioned<Pop> plan =
                proposal.isPresent() ? set(caller, pop, proposal.get(), cause, by) : plans.find(caller, pop);
        if (plan.state().goal(goal).isEmpty()) {
            throw refused("proposal-unknown");
        }
        handle(caller, owner, cause, current -> GoalProposals.of(current, owner).accepted(goal));
        return plan;
    }

    private Versioned<Pop> set(
            Caller caller, String pop, GoalProposal proposal, MessageContext cause, @Nullable LocalDate by) {
        plans.startUnlessStarted(caller, cause);
        LocalDate day = by == null ? proposal.aim().targetDate() : by;
        return plans.change(
                caller,
                pop,
                cause,
                (plan, today) -> plan.goal(proposal.id()).isPresent()
                        ? Decision.unchanged()
                        : plan.setGoal(proposal.id(), proposal.accepted(day), null, today));
    }

    /**
     * Declines a proposal, for its receiver.
     *
     * @param why what the proposer may read; null for none
     */
    public void decline(
            Caller caller, String pop, String goal, MessageContext cause, @Nullable CommittedText<NoteText> why) {
        String owner = plans.ownerOf(pop);
        access.self(caller, owner);
        LocalDate today = plans.today(caller, owner);
        handle(caller, owner, cause, current -> GoalProposals.of(current, owner).decline(goal, why, today));
    }

    /** Withdraws the caller's own proposal; also after the caller left the team. */
    public void withdraw(Caller caller, String pop, String goal, MessageContext cause) {
        String owner = plans.ownerOf(pop);
        if (caller.person().equals(owner)) {
            throw refused("forbidden");
        }
        handle(caller, owner, cause, current -> GoalProposals.of(current, owner).withdraw(goal, caller.person()));
    }

    private boolean inOneTeam(Caller caller, String owner) {
        String team = teamOf(caller, owner);
        return !caller.person().equals(owner) && team != null && team.equals(teamOf(caller, caller.person()));
    }

    private @Nullable String teamOf(Caller caller, String person) {
        return people.person(caller.organisation(), person)
                .filter(known -> !known.left())
                .map(PersonProfile::team)
                .orElse(null);
    }

    private String employed(Caller caller, String owner) {
        boolean here = people.person(caller.organisation(), owner)
                .filter(known -> !known.left())
                .isPresent();
        if (!here) {
            throw refused("pop-closed");
        }
        return owner;
    }

    private Optional<GoalProposals> find(Caller caller, String owner) {
        return store.find(key(caller, owner)).map(Versioned::state);
    }

    /** The version that a caller names is that of the plan, so it does not count here. */
    private Versioned<GoalProposals> handle(
            Caller caller,
            String owner,
            MessageContext cause,
            Function<Optional<GoalProposals>, Decision<GoalProposals>> step) {
        MessageContext here = new MessageContext(
                cause.actor(),
                cause.correlationId(),
                cause.causationId(),
                cause.traceparent(),
                cause.marker(),
                OptionalLong.empty());
        return store.handle(key(caller, owner), here, step);
    }

    private static Key key(Caller caller, String owner) {
        return new Key(caller.organisation(), GoalProposals.idOf(owner));
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
