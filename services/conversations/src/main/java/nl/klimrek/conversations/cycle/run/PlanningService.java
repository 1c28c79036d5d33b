package nl.klimrek.conversations.cycle.run;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts planning runs: within the request for an organisation of usual size, otherwise after it. Unfinished runs
 * resume at the next start.
 */
@Component
public class PlanningService {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningService.class);
    private static final int MAX_LEFT = 1000;

    private final AggregateStore<Cycle> cycles;
    private final PlanningRunner run;
    private final CurrentRoster roster;
    private final PlanningSettings settings;
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "planning-run");
        thread.setDaemon(true);
        return thread;
    });

    PlanningService(AggregateStore<Cycle> cycles, PlanningRunner run, CurrentRoster roster, PlanningSettings settings) {
        this.cycles = cycles;
        this.run = run;
        this.roster = roster;
        this.settings = settings;
    }

    /** What planning this cycle would do now. */
    PlanningRunner.Preview preview(Organisation organisation, String cycle, MessageContext context) {
        Cycle found =
                cycles.find(Key.of(organisation, cycle)).map(Versioned::state).orElseThrow(PlanningService::unknown);
        return run.preview(organisation, found, started(context));
    }

    /** Plans a cycle. The same command again answers what the first one came to; a run that stopped half-way goes on. */
    Versioned<Cycle> plan(Organisation organisation, String cycle, MessageContext context) {
        PlanningProgress started = started(context);
        Versioned<Cycle> begun = cycles.handle(
                Key.of(organisation, cycle),
                context,
                found -> found.orElseThrow(PlanningService::unknown).plan(started));
        if (begun.state().planning().done()) {
            return begun;
        }
        if (run.size(organisation) <= settings.answerWithin()) {
            return run.carryOut(organisation, begun.state());
        }
        later(organisation, begun.state());
        return begun;
    }

    /** How many people planning looks at. */
    int size(Organisation organisation) {
        return run.size(organisation);
    }

    /** Takes up what a stop left half-way. */
    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        for (Key key : cycles.due(roster.now(), MAX_LEFT)) {
            cycles.find(key)
                    .map(Versioned::state)
                    .filter(cycle -> cycle.unfinishedSince() != null)
                    .ifPresent(cycle -> later(key.organisation(), cycle));
        }
    }

    private void later(Organisation organisation, Cycle cycle) {
        later.execute(() -> {
            try {
                run.carryOut(organisation, cycle);
            } catch (RuntimeException stopped) {
                LOG.warn(
                        "Planning of cycle {} stopped; it is taken up at the next start or when it is asked again",
                        cycle.id(),
                        stopped);
            }
        });
    }

    private PlanningProgress started(MessageContext context) {
        return PlanningProgress.started(CommandIdGenerator.newId(context), context, roster.now());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("cycle-unknown"));
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}
