package nl.klimrek.acceptance.chaos;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.LoggerFactory;

/** One run: callers, nemesis and watcher together, then a drain without faults, then the check of every guarantee. */
final class ChaosRun {

    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(5);
    /** Each poll reads everything, which slows the drain itself. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(3);
    /** A broken protocol may never drain. */
    private static final Duration BROKEN_RUN_TIMEOUT = Duration.ofSeconds(10);

    private final ChaosOptions options;
    private final ChaosEngines engines;
    private final ProtocolBreach breach;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<AssertionError> fault = new AtomicReference<>();

    ChaosRun(ChaosOptions options, ChaosEngines engines, ProtocolBreach breach) {
        this.options = options;
        this.engines = engines;
        this.breach = breach;
    }

    /**
     * Runs it.
     *
     * @param withNemesis whether the nemesis takes part
     * @return the environment, with the crashes at each fault point
     * @throws AssertionError at the first broken guarantee, and when a thread died of anything but a planned crash
     */
    ChaosEnvironment run(boolean withNemesis) throws InterruptedException, ExecutionException {
        System.out.println("chaos: " + options);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::recordDeath);
        quiet("org.springframework.kafka.listener");
        quiet("nl.klimrek.eventing");
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try (MongoClient mongo = MongoClients.create(engines.mongoUri())) {
            ChaosEnvironment environment = new ChaosEnvironment(
                    engines.brokers(),
                    engines.freshTopic(),
                    mongo.getDatabase("chaos-" + UUID.randomUUID()),
                    new FaultInjector(options.seed()),
                    new GuaranteeRecorder(),
                    later,
                    InstanceLifecycle.noneFired(),
                    breach);
            Fleet fleet = new Fleet(options.instances(), environment, new Random(options.seed()));
            try {
                runUnderFaults(environment, fleet, withNemesis);
                settle(environment);
            } finally {
                fleet.stop();
            }
            failOnFault();
            return environment;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError broken) {
                throw broken;
            }
            throw e;
        } finally {
            later.shutdownNow();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private void runUnderFaults(ChaosEnvironment environment, Fleet fleet, boolean withNemesis)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletionService<Void> work = new ExecutorCompletionService<>(threads);
        CountDownLatch enough = new CountDownLatch(1);
        try {
            CommandLoad callers = new CommandLoad(options, fleet, environment.recorder(), enough);
            for (int caller = 0; caller < options.callers(); caller++) {
                start(work, callers, caller);
            }
            VersionWatcher watcher =
                    new VersionWatcher(options, environment.database(), environment.recorder(), enough);
            submit(work, watcher::watch);
            List<Future<Void>> nemeses = new ArrayList<>();
            if (withNemesis) {
                Nemesis nemesis = new Nemesis(options, fleet, environment.faults(), over);
                BrokerFaults brokers = new BrokerFaults(
                        engines.cluster(), engines.brokers(), ChaosEngines.probeOf(environment.topic()), over);
                nemeses.add(submit(work, nemesis::troubleInstances));
                nemeses.add(submit(work, () -> nemesis.troubleEngines(brokers)));
            }
            int running = options.callers() + 1 + nemeses.size();
            long brokenUntil = System.nanoTime() + BROKEN_RUN_TIMEOUT.toNanos();
            while (!nemeses.stream().allMatch(Future::isDone)
                    || environment.recorder().acknowledged() < options.commands()) {
                if (breach != ProtocolBreach.NONE && System.nanoTime() > brokenUntil) {
                    break;
                }
                failOnFault();
                Future<Void> ended = work.poll(100, TimeUnit.MILLISECONDS);
                if (ended != null) {
                    running--;
                    ended.get();
                }
            }
            enough.countDown();
            for (; running > 0; running--) {
                work.take().get();
            }
        } finally {
            over.countDown();
            enough.countDown();
            threads.shutdown();
        }
    }

    private void settle(ChaosEnvironment environment) {
        environment.faults().calm();
        engines.cluster().ifPresent(EmbeddedCluster::startMissing);
        try {
            drained("no event waits in its document", () -> ObservedOutcome.waiting(environment));
            drained("no effect is missing", new ObservedOutcome(environment)::missing);
        } catch (ConditionTimeoutException late) {
            // A broken guarantee says more than a timeout.
            ObservedOutcome evidence = new ObservedOutcome(environment);
            System.out.println("chaos: not all came in time: " + environment.recorder() + "; " + evidence + "; effects "
                    + evidence.effects());
            evidence.judge();
            throw late;
        }
        ObservedOutcome evidence = new ObservedOutcome(environment);
        evidence.judge();
        System.out.println("chaos: " + environment.recorder() + "; " + evidence + "; died at " + environment.fired());
    }

    private void drained(String what, Callable<Integer> left) {
        await(what)
                .dontCatchUncaughtExceptions()
                .atMost(breach == ProtocolBreach.NONE ? DRAIN_TIMEOUT : BROKEN_RUN_TIMEOUT)
                .pollInterval(POLL_INTERVAL)
                .until(left, count -> count == 0);
    }

    private static void start(CompletionService<Void> work, CommandLoad callers, int caller) {
        submit(work, () -> callers.call(caller));
    }

    private static Future<Void> submit(CompletionService<Void> work, Nemesis.Act act) {
        return work.submit(() -> {
            act.strike();
            return null;
        });
    }

    /** Silences a logger: thousands of failures are on purpose, and parked records are checked in the dead letters. */
    private static void quiet(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }

    /** Records a fault unless the thread belonged to an instance that crashed on purpose. */
    private void recordDeath(Thread thread, Throwable cause) {
        if (!(cause instanceof InstanceCrash)) {
            fault.compareAndSet(null, new AssertionError(thread.getName() + " died of " + cause, cause));
        }
    }

    private void failOnFault() {
        AssertionError died = fault.get();
        if (died != null) {
            throw died;
        }
    }
}
