package nl.klimrek.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Causes faults in an order drawn from the seed: each once, and again until the run's minimum duration is over.
 * Faults of instances and faults of engines overlap.
 */
final class Nemesis {

    private static final Duration FAULT_TIMEOUT = Duration.ofMinutes(2);
    private static final int MAX_PAUSE_MILLIS = 600;

    private final ChaosOptions options;
    private final Fleet fleet;
    private final FaultInjector faults;
    private final CountDownLatch over;

    Nemesis(ChaosOptions options, Fleet fleet, FaultInjector faults, CountDownLatch over) {
        this.options = options;
        this.fleet = fleet;
        this.faults = faults;
        this.over = over;
    }

    /** Crashes, stops and freezes instances; duplicates and delays records. */
    void troubleInstances() throws InterruptedException {
        Random random = new Random(options.seed() + 1_000);
        List<Trouble> deck = new ArrayList<>();
        for (FaultPoint point : FaultPoint.values()) {
            deck.add(new Trouble("crash " + point, () -> crash(random.nextInt(fleet.size()), point)));
        }
        deck.add(new Trouble("stop and restart", () -> fleet.stopAndRestart(random.nextInt(fleet.size()))));
        deck.add(new Trouble("freeze beyond the lease", () -> freeze(random.nextInt(fleet.size()))));
        deck.add(new Trouble("duplicates and delays", this::duplicatesAndDelays));
        play(deck, random);
    }

    /** Makes the store slow or failing, and stops brokers. */
    void troubleEngines(BrokerFaults brokers) throws InterruptedException {
        Random random = new Random(options.seed() + 2_000);
        List<Trouble> deck = new ArrayList<>();
        deck.add(new Trouble("slow store", () -> during(faults::slowStore)));
        deck.add(new Trouble("refusing store", () -> during(faults::refusingStore)));
        deck.addAll(brokers.troubles(random));
        play(deck, random);
    }

    private void play(List<Trouble> deck, Random random) throws InterruptedException {
        long end = System.nanoTime() + options.lasting().toNanos();
        do {
            Collections.shuffle(deck, random);
            for (Trouble trouble : deck) {
                if (over.await(random.nextInt(MAX_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                    return;
                }
                long begun = System.nanoTime();
                trouble.act().strike();
                System.out.println("chaos: " + trouble.name() + ", "
                        + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
            }
        } while (System.nanoTime() < end);
    }

    private void crash(int which, FaultPoint point) throws InterruptedException {
        CounterInstance instance = fleet.get(which);
        instance.life.arm(point);
        await(point.name())
                .dontCatchUncaughtExceptions()
                .atMost(FAULT_TIMEOUT)
                .pollInterval(Duration.ofMillis(20))
                .until(instance.life::isOver);
        fleet.releaseAndRestart(which);
    }

    private void freeze(int which) throws InterruptedException {
        CounterInstance instance = fleet.get(which);
        instance.life.freeze();
        assertThat(over.await(CounterInstance.LEASE.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS))
                .as("the run ended early")
                .isFalse();
        instance.life.thaw();
    }

    private void duplicatesAndDelays() throws InterruptedException {
        faults.duplicatesAndDelays();
        over.await(3, TimeUnit.SECONDS);
        faults.ordinaryRecords();
    }

    private void during(Runnable trouble) throws InterruptedException {
        trouble.run();
        over.await(3, TimeUnit.SECONDS);
        faults.ordinaryStore();
    }

    /** A named fault. */
    record Trouble(String name, Act act) {}

    /** Causes the fault and returns when it is over. */
    interface Act {
        void strike() throws InterruptedException;
    }
}
