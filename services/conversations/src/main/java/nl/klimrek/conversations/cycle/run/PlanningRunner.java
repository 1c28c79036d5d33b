package nl.klimrek.conversations.cycle.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.cycle.PlanningResult;
import nl.klimrek.conversations.planning.proposal.PlanPreview;
import nl.klimrek.conversations.planning.proposal.PlanningLaunch;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.conversations.planning.proposal.ProposalService;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * Carries out a planning run over all employees of an organisation, in batches, and saves its progress. A run that was
 * stopped or killed starts again and finds what it had planned, so the result is the same.
 */
@Component
class PlanningRunner {

    private static final int BATCH_SIZE = 500;

    private final PeopleProjection people;
    private final EmployeePlanner one;
    private final AggregateStore<Cycle> cycles;
    private final ProposalService proposals;
    private final PlanningThreads writers;

    PlanningRunner(
            PeopleProjection people,
            EmployeePlanner one,
            AggregateStore<Cycle> cycles,
            ProposalService proposals,
            PlanningThreads writers) {
        this.people = people;
        this.one = one;
        this.cycles = cycles;
        this.proposals = proposals;
        this.writers = writers;
    }

    /** What a run would do now; nothing is written. */
    Preview preview(Organisation organisation, Cycle cycle, PlanningProgress run) {
        Found found = work(organisation, cycle, run, true);
        return new Preview(found.result, proposals.preview(launch(organisation, cycle, found)));
    }

    /** What a run would do. */
    record Preview(PlanningResult result, PlanPreview plan) {}

    /** Carries the cycle's newest run to its end. */
    Versioned<Cycle> carryOut(Organisation organisation, Cycle cycle) {
        PlanningProgress run = cycle.planning();
        Found found = work(organisation, cycle, run, false);
        ProposalService.Given given = proposals.give(launch(organisation, cycle, found), run.step());
        writers.together(given.slots().entrySet().stream()
                .<Callable<Boolean>>map(slot -> () -> {
                    proposals.invite(organisation, slot.getKey(), slot.getValue(), run.context());
                    return true;
                })
                .toList());
        PlanningResult result = found.result.with(given.slots().size(), given.without());
        return cycles.handle(
                Key.of(organisation, cycle.id()),
                run.step(),
                cycled -> cycled.map(now -> now.finished(run.run(), result)).orElseGet(Decision::unchanged));
    }

    /** How many people a run has to look at. */
    int size(Organisation organisation) {
        return people.everyone(organisation).size();
    }

    /** @param slotless conversations that need a slot */
    private record Found(PlanningResult result, List<PersonProfile> everyone, List<ConversationToPlan> slotless) {}

    private static PlanningLaunch launch(Organisation organisation, Cycle cycle, Found found) {
        Set<LocalDate> closed = cycle.blackouts().stream()
                .flatMap(days -> days.from().datesUntil(days.until().plusDays(1)))
                .collect(Collectors.toSet());
        return PlanningLaunch.of(
                organisation, cycle.id(), cycle.policy().leadDays(), closed, found.everyone, found.slotless);
    }

    private Found work(Organisation organisation, Cycle cycle, PlanningProgress run, boolean dry) {
        Queue<ConversationToPlan> slotless = new ConcurrentLinkedQueue<>();
        List<PersonProfile> everyone = people.everyone(organisation);
        Set<String> employed = everyone.stream().map(PersonProfile::person).collect(Collectors.toSet());
        PlanningResult soFar = PlanningResult.NOTHING;
        for (int from = 0; from < everyone.size(); from += BATCH_SIZE) {
            List<PersonProfile> some = everyone.subList(from, Math.min(everyone.size(), from + BATCH_SIZE));
            soFar = soFar.plus(PlanningResult.sum(writers.together(some.stream()
                    .<Callable<PlanningResult>>map(person -> () -> one.plan(
                            organisation,
                            cycle,
                            run,
                            person,
                            person.manager() != null && employed.contains(person.manager()),
                            dry,
                            slotless::add))
                    .toList())));
            if (!dry) {
                reached(organisation, cycle, run, from + some.size(), soFar);
            }
        }
        return new Found(soFar, everyone, List.copyOf(slotless));
    }

    private void reached(
            Organisation organisation, Cycle cycle, PlanningProgress run, int count, PlanningResult soFar) {
        cycles.handle(
                Key.of(organisation, cycle.id()),
                run.step(),
                found -> found.map(now -> now.reached(run.run(), count, soFar)).orElseGet(Decision::unchanged));
    }
}
