package nl.klimrek.acceptance.chaos;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The running instances, some of which are down at times. */
final class Fleet {

    private static final int CLOCK_ERROR_MILLIS = 1_000;

    private final ChaosEnvironment environment;
    private final Random random;
    private final AtomicReferenceArray<CounterInstance> living;
    private int lives;

    Fleet(int size, ChaosEnvironment environment, Random random) {
        this.environment = environment;
        this.random = random;
        this.living = new AtomicReferenceArray<>(size);
        IntStream.range(0, size).forEach(i -> living.set(i, start("i" + i)));
    }

    int size() {
        return living.length();
    }

    CounterInstance get(int i) {
        return living.get(i);
    }

    void stopAndRestart(int i) throws InterruptedException {
        living.get(i).stop();
        restart(i);
    }

    void releaseAndRestart(int i) throws InterruptedException {
        living.get(i).release();
        restart(i);
    }

    /** Restarts it under its own name or a new one. */
    private void restart(int i) {
        living.set(i, start(random.nextBoolean() ? living.get(i).name : "i" + i + "-" + lives));
    }

    private CounterInstance start(String name) {
        lives++;
        return new CounterInstance(
                name, Duration.ofMillis(random.nextInt(2 * CLOCK_ERROR_MILLIS) - CLOCK_ERROR_MILLIS), environment);
    }

    void stop() throws InterruptedException {
        for (int i = 0; i < size(); i++) {
            living.get(i).stop();
        }
    }

    int lives() {
        return lives;
    }
}
