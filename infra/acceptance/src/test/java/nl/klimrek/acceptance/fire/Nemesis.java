package nl.klimrek.acceptance.fire;

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
 * Makes trouble, in an order drawn from the seed: everything it knows once, and again for as long as the run has to last.
 * What it does to instances and what it does to engines goes on at the same time.
 */
final class Nemesis {

    private static final Duration LONGEST_WAIT_FOR_A_FAULT = Duration.ofMinutes(2);
    private static final int LONGEST_PAUSE_MILLIS = 600;

    private final FireOptions options;
    private final Fleet fleet;
    private final Weather weather;
    private final CountDownLatch over;

    Nemesis(FireOptions options, Fleet fleet, Weather weather, CountDownLatch over) {
        this.options = options;
        this.fleet = fleet;
        this.weather = weather;
        this.over = over;
    }

    /** Instances die at every point, stop, stand still; records come twice and late. */
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

    /** The store is slow, refuses, brokers are away. */
    void troubleEngines(Brokers brokers) throws InterruptedException {
        Random random = new Random(options.seed() + 2_000);
        List<Trouble> deck = new ArrayList<>();
        deck.add(new Trouble("slow store", () -> during(weather::slowStore)));
        deck.add(new Trouble("refusing store", () -> during(weather::refusingStore)));
        deck.addAll(brokers.troubles(random));
        play(deck, random);
    }

    private void play(List<Trouble> deck, Random random) throws InterruptedException {
        long end = System.nanoTime() + options.lasting().toNanos();
        do {
            Collections.shuffle(deck, random);
            for (Trouble trouble : deck) {
                if (over.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                    return;
                }
                long begun = System.nanoTime();
                trouble.act().strike();
                System.out.println("fire: " + trouble.name() + ", "
                        + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
            }
        } while (System.nanoTime() < end);
    }

    private void crash(int which, FaultPoint point) throws InterruptedException {
        Instance instance = fleet.get(which);
        instance.life.arm(point);
        await(point.name())
                .dontCatchUncaughtExceptions()
                .atMost(LONGEST_WAIT_FOR_A_FAULT)
                .pollInterval(Duration.ofMillis(20))
                .until(instance.life::isOver);
        fleet.buryAndRestart(which);
    }

    private void freeze(int which) throws InterruptedException {
        Instance instance = fleet.get(which);
        instance.life.freeze();
        assertThat(over.await(Instance.LEASE.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS))
                .as("the run ended early")
                .isFalse();
        instance.life.thaw();
    }

    private void duplicatesAndDelays() throws InterruptedException {
        weather.duplicatesAndDelays();
        over.await(3, TimeUnit.SECONDS);
        weather.ordinaryRecords();
    }

    private void during(Runnable trouble) throws InterruptedException {
        trouble.run();
        over.await(3, TimeUnit.SECONDS);
        weather.ordinaryStore();
    }

    /** Something that can go wrong. */
    record Trouble(String name, Act act) {}

    /** Lets it go wrong, and returns when it is over. */
    interface Act {
        void strike() throws InterruptedException;
    }
}
