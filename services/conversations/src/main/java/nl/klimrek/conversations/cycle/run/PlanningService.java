package nl.klimrek.conversations.cycle.run;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.cycle.PlanningProgress;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.conversations.walk.Walk;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts planning runs: within the request for an organisation of usual size, otherwise after it. All instances look
 * for unfinished runs and share their parts.
 */
@Component
public class PlanningService {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningService.class);
    private static final int MAX_UNFINISHED = 1000;

    private final AggregateStore<Cycle> cycles;
    private final PlanningRunner runner;
    private final CurrentRoster roster;
    private final PlanningSettings settings;
    private final Set<Key> atWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService later = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "planning-run");
        thread.setDaemon(true);
        return thread;
    });

    PlanningService(
            AggregateStore<Cycle> cycles, PlanningRunner runner, CurrentRoster roster, PlanningSettings settings) {
        this.cycles = cycles;
        this.runner = runner;
        this.roster = roster;
        this.settings = settings;
    }

    /** What planning this cycle would do now. */
    PlanningRunner.Preview preview(Organisation organisation, String cycle, MessageContext context) {
        Cycle found =
                cycles.find(Key.of(organisation, cycle)).map(Versioned::state).orElseThrow(PlanningService::unknown);
        return runner.preview(organisation, found, started(context, false));
    }

    /** Plans a cycle. The same command again finds the run of the first one, and goes on with it if it is unfinished. */
    Versioned<Cycle> plan(Organisation organisation, String cycle, MessageContext context) {
        long size = runner.size(organisation);
        Key key = Key.of(organisation, cycle);
        Versioned<Cycle> begun = cycles.handle(
                key,
                context,
                found -> found.orElseThrow(PlanningService::unknown).plan(started(context, size > Walk.SMALL)));
        if (begun.state().requirePlanning().done()) {
            return begun;
        }
        if (size > settings.answerWithin()) {
            later(key);
            return begun;
        }
        return runner.carryOut(organisation, begun.state()).orElse(begun);
    }

    /** The cycle with its newest run as far as it has come. */
    Cycle withProgress(Organisation organisation, Cycle cycle) {
        return runner.withProgress(organisation, cycle);
    }

    /** Works on unfinished runs, as far as no other instance does, and starts those whose day has come. */
    public void resume() {
        cycles.due(roster.now(), MAX_UNFINISHED).forEach(this::later);
    }

    private void later(Key key) {
        if (atWork.add(key)) {
            later.execute(() -> carryOut(key));
        }
    }

    private void carryOut(Key key) {
        try {
            cycles.find(key)
                    .map(Versioned::state)
                    .map(cycle -> cycle.unfinishedSince() == null ? begun(key) : cycle)
                    .filter(cycle -> cycle.unfinishedSince() != null)
                    .ifPresent(cycle -> runner.carryOut(key.organisation(), cycle));
        } catch (RuntimeException stopped) {
            LOG.warn("Planning of cycle {} stopped and goes on later", key.id(), RedactedException.of(stopped));
        } finally {
            atWork.remove(key);
        }
    }

    /** The cycle, with the run of its next period if the day of that has come. Of several instances one starts it. */
    private Cycle begun(Key key) {
        MessageContext rhythm = MessageContext.system("rhythm");
        PlanningProgress run = PlanningProgress.byItself(
                UUID.randomUUID().toString(), rhythm, roster.now(), runner.size(key.organisation()) > Walk.SMALL);
        return cycles.handle(
                        key,
                        rhythm,
                        found -> found.orElseThrow(PlanningService::unknown).planByItself(run))
                .state();
    }

    private PlanningProgress started(MessageContext context, boolean inParts) {
        return PlanningProgress.started(CommandIdGenerator.newId(context), context, roster.now(), inParts);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("cycle-unknown"));
    }

    @PreDestroy
    void stop() {
        later.shutdownNow();
    }
}
