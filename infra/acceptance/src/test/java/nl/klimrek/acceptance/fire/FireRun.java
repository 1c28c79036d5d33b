package nl.klimrek.acceptance.fire;

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

/** One run: callers, nemesis and watcher at once, until the nemesis is done and enough was acknowledged; then quiet, then judgement. */
final class FireRun {

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(5);
    /** A look reads all there is, which those wait for whose work it is to drain. */
    private static final Duration LOOK = Duration.ofSeconds(3);
    /** A broken protocol may well come to a stop. */
    private static final Duration LONGEST_OF_THE_BROKEN = Duration.ofSeconds(10);

    private final FireOptions options;
    private final FireEngines engines;
    private final Breach breach;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<AssertionError> fault = new AtomicReference<>();

    FireRun(FireOptions options, FireEngines engines, Breach breach) {
        this.options = options;
        this.engines = engines;
        this.breach = breach;
    }

    /**
     * Runs it.
     *
     * @param troubled whether there is a nemesis
     * @return what the run went on in, and who died where
     * @throws AssertionError at the first guarantee that is broken, and when a thread died of anything but the end of its instance
     */
    Setting run(boolean troubled) throws InterruptedException, ExecutionException {
        System.out.println("fire: " + options);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::diedOf);
        quiet("org.springframework.kafka.listener");
        quiet("nl.klimrek.eventing");
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try (MongoClient mongo = MongoClients.create(engines.mongoUri())) {
            Setting setting = new Setting(
                    engines.brokers(),
                    engines.freshTopic(),
                    mongo.getDatabase("fire-" + UUID.randomUUID()),
                    new Weather(options.seed()),
                    new Witness(),
                    later,
                    Life.noneFired(),
                    breach);
            Fleet fleet = new Fleet(options.instances(), setting, new Random(options.seed()));
            try {
                burn(setting, fleet, troubled);
                settle(setting);
            } finally {
                fleet.stop();
            }
            failOfAFault();
            return setting;
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

    private void burn(Setting setting, Fleet fleet, boolean troubled) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newCachedThreadPool();
        CompletionService<Void> work = new ExecutorCompletionService<>(threads);
        CountDownLatch enough = new CountDownLatch(1);
        try {
            Callers callers = new Callers(options, fleet, setting.witness(), enough);
            for (int caller = 0; caller < options.callers(); caller++) {
                start(work, callers, caller);
            }
            Watcher watcher = new Watcher(options, setting.database(), setting.witness(), enough);
            submit(work, watcher::watch);
            List<Future<Void>> nemeses = new ArrayList<>();
            if (troubled) {
                Nemesis nemesis = new Nemesis(options, fleet, setting.weather(), over);
                Brokers brokers =
                        new Brokers(engines.cluster(), engines.brokers(), FireEngines.probeOf(setting.topic()), over);
                nemeses.add(submit(work, nemesis::troubleInstances));
                nemeses.add(submit(work, () -> nemesis.troubleEngines(brokers)));
            }
            int running = options.callers() + 1 + nemeses.size();
            long brokenUntil = System.nanoTime() + LONGEST_OF_THE_BROKEN.toNanos();
            while (!nemeses.stream().allMatch(Future::isDone)
                    || setting.witness().acknowledged() < options.commands()) {
                if (breach != Breach.NONE && System.nanoTime() > brokenUntil) {
                    break;
                }
                failOfAFault();
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

    private void settle(Setting setting) {
        setting.weather().calm();
        engines.cluster().ifPresent(EmbeddedCluster::startMissing);
        try {
            drained("no event waits in its document", () -> Evidence.waiting(setting));
            drained("no effect is missing", new Evidence(setting)::missing);
        } catch (ConditionTimeoutException late) {
            // A guarantee that is broken says more than that something never came.
            Evidence evidence = new Evidence(setting);
            System.out.println("fire: not all came in time: " + setting.witness() + "; " + evidence + "; effects "
                    + evidence.effects());
            evidence.judge();
            throw late;
        }
        Evidence evidence = new Evidence(setting);
        evidence.judge();
        System.out.println("fire: " + setting.witness() + "; " + evidence + "; died at " + setting.fired());
    }

    private void drained(String what, Callable<Integer> left) {
        await(what)
                .dontCatchUncaughtExceptions()
                .atMost(breach == Breach.NONE ? LONGEST_DRAIN : LONGEST_OF_THE_BROKEN)
                .pollInterval(LOOK)
                .until(left, count -> count == 0);
    }

    private static void start(CompletionService<Void> work, Callers callers, int caller) {
        submit(work, () -> callers.call(caller));
    }

    private static Future<Void> submit(CompletionService<Void> work, Nemesis.Act act) {
        return work.submit(() -> {
            act.strike();
            return null;
        });
    }

    /** What fails on purpose, thousands of times, is no news; what is parked is found in the dead letters. */
    private static void quiet(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }

    /** The threads of an instance that died die with it; anything else that ends a thread is a fault. */
    private void diedOf(Thread thread, Throwable cause) {
        if (!(cause instanceof Crash)) {
            fault.compareAndSet(null, new AssertionError(thread.getName() + " died of " + cause, cause));
        }
    }

    private void failOfAFault() {
        AssertionError died = fault.get();
        if (died != null) {
            throw died;
        }
    }
}
