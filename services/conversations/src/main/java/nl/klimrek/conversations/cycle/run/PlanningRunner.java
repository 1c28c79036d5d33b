package nl.klimrek.conversations.cycle.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.cycle.PlanningResult;
import nl.klimrek.conversations.planning.proposal.PlanPreview;
import nl.klimrek.conversations.planning.proposal.PlanningLaunch;
import nl.klimrek.conversations.planning.proposal.PlanningThreads;
import nl.klimrek.conversations.planning.proposal.ProposalService;
import nl.klimrek.conversations.walk.RosterWalker;
import nl.klimrek.conversations.walk.Walk;
import nl.klimrek.conversations.walk.WalkProgress;
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
 * Carries out planning runs. The run of a cycle is a walk over the employees: of each page of people, the conversations of
 * those whom they manage are planned and get slots together. So instances share a run, and one goes on where another ended.
 */
@Component
public class PlanningRunner {

    private static final int PREVIEW_PAGE = 200;

    private final PeopleProjection people;
    private final EmployeePlanner one;
    private final AggregateStore<Cycle> cycles;
    private final ProposalService proposals;
    private final PlanningThreads writers;
    private final RosterWalker walker;

    public PlanningRunner(
            PeopleProjection people,
            EmployeePlanner one,
            AggregateStore<Cycle> cycles,
            ProposalService proposals,
            PlanningThreads writers,
            RosterWalker walker) {
        this.people = people;
        this.one = one;
        this.cycles = cycles;
        this.proposals = proposals;
        this.writers = writers;
        this.walker = walker;
    }

    /**
     * What a run would do now; nothing is written. In a large organisation, a page of managers does not take the slots of
     * other pages into account.
     */
    Preview preview(Organisation organisation, Cycle cycle, PlanningProgress run) {
        Stream<List<PersonProfile>> pages = people.everyoneUpTo(organisation, Walk.SMALL)
                .map(Stream::of)
                .orElseGet(() -> people.pages(organisation, PREVIEW_PAGE));
        return pages.map(page -> preview(organisation, cycle, run, page))
                .reduce(Preview::plus)
                .orElseGet(() -> preview(organisation, cycle, run, List.of()));
    }

    /** What a run would do. */
    record Preview(int people, PlanningResult result, PlanPreview plan) {

        Preview plus(Preview other) {
            return new Preview(people + other.people, result.plus(other.result), plan.plus(other.plan));
        }
    }

    /** Works on the cycle's newest run as far as no other instance does. Returns the cycle if the run has ended. */
    Optional<Versioned<Cycle>> carryOut(Organisation organisation, Cycle cycle) {
        PlanningProgress run = cycle.requirePlanning();
        return walker.work(walk(organisation, cycle))
                .map(sum -> cycles.handle(
                        Key.of(organisation, cycle.id()),
                        run.step(),
                        found -> found.map(now -> now.finished(run.run(), sum.people(), sum.result()))
                                .orElseGet(Decision::unchanged)));
    }

    /** The cycle with its newest run as far as it has come. */
    Cycle withProgress(Organisation organisation, Cycle cycle) {
        if (cycle.unfinishedSince() == null) {
            return cycle;
        }
        WalkProgress<PlanningResult> sum = walker.progress(walk(organisation, cycle));
        return cycle.reached(sum.people(), sum.result());
    }

    /** How many people a run looks at. */
    long size(Organisation organisation) {
        return people.count(organisation);
    }

    private Walk<PlanningResult> walk(Organisation organisation, Cycle cycle) {
        PlanningProgress run = cycle.requirePlanning();
        return new Walk<>(
                "planning " + cycle.id() + " " + run.run(),
                organisation,
                run.inParts(),
                PlanningResult.class,
                PlanningResult.NOTHING,
                PlanningResult::plus,
                page -> plan(organisation, cycle, run, page));
    }

    private PlanningResult plan(
            Organisation organisation, Cycle cycle, PlanningProgress run, List<PersonProfile> page) {
        Found found = conversations(organisation, cycle, run, page, false);
        ProposalService.Given given = proposals.give(launch(organisation, cycle, found), run.step());
        writers.together(given.slots().entrySet().stream()
                .<Callable<Boolean>>map(slot -> () -> {
                    proposals.invite(organisation, slot.getKey(), slot.getValue(), run.context());
                    return true;
                })
                .toList());
        return found.result.with(given.slots().size(), given.without());
    }

    private Preview preview(Organisation organisation, Cycle cycle, PlanningProgress run, List<PersonProfile> page) {
        Found found = conversations(organisation, cycle, run, page, true);
        return new Preview(page.size(), found.result, proposals.preview(launch(organisation, cycle, found)));
    }

    /**
     * Conversations of a page.
     *
     * @param employed people of the page and their reports
     * @param slotless conversations that need a slot
     */
    private record Found(PlanningResult result, List<PersonProfile> employed, List<ConversationToPlan> slotless) {}

    /** Plans for the reports of these people, and counts those of these people who have no manager. */
    private Found conversations(
            Organisation organisation, Cycle cycle, PlanningProgress run, List<PersonProfile> page, boolean dry) {
        List<PersonProfile> reports = people.reportsOf(
                organisation, page.stream().map(PersonProfile::person).collect(Collectors.toSet()));
        Queue<ConversationToPlan> slotless = new ConcurrentLinkedQueue<>();
        List<PlanningResult> results = new ArrayList<>(writers.together(reports.stream()
                .<Callable<PlanningResult>>map(
                        report -> () -> one.plan(organisation, cycle, run, report, dry, slotless::add))
                .toList()));
        withoutManager(organisation, page).forEach(person -> results.add(PlanningResult.withoutManager(person)));
        List<PersonProfile> employed =
                Stream.concat(page.stream(), reports.stream()).distinct().toList();
        return new Found(PlanningResult.sum(results), employed, List.copyOf(slotless));
    }

    private List<String> withoutManager(Organisation organisation, List<PersonProfile> page) {
        Set<String> managers = page.stream()
                .map(PersonProfile::manager)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> employed = people.employed(organisation, managers).stream()
                .map(PersonProfile::person)
                .collect(Collectors.toSet());
        return page.stream()
                .filter(person -> person.manager() == null || !employed.contains(person.manager()))
                .map(PersonProfile::person)
                .toList();
    }

    private PlanningLaunch launch(Organisation organisation, Cycle cycle, Found found) {
        Map<String, PersonProfile> known = new HashMap<>();
        found.employed.forEach(person -> known.put(person.person(), person));
        // A conversation that was planned with an earlier manager keeps that manager.
        Set<String> missing = found.slotless.stream()
                .map(ConversationToPlan::manager)
                .filter(manager -> manager != null && !known.containsKey(manager))
                .collect(Collectors.toSet());
        people.employed(organisation, missing).forEach(person -> known.put(person.person(), person));
        return PlanningLaunch.of(
                organisation,
                cycle.id(),
                cycle.policy().leadDays(),
                cycle.blackoutDays(),
                List.copyOf(known.values()),
                found.slotless);
    }
}
