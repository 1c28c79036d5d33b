package nl.klimrek.acceptance.fire;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** The instances that there are, of which one or another is away now and then. */
final class Fleet {

    private static final int CLOCK_ERROR_MILLIS = 1_000;

    private final Setting setting;
    private final Random random;
    private final AtomicReferenceArray<Instance> living;
    private int lives;

    Fleet(int size, Setting setting, Random random) {
        this.setting = setting;
        this.random = random;
        this.living = new AtomicReferenceArray<>(size);
        IntStream.range(0, size).forEach(i -> living.set(i, born("i" + i)));
    }

    int size() {
        return living.length();
    }

    Instance get(int i) {
        return living.get(i);
    }

    void stopAndRestart(int i) throws InterruptedException {
        living.get(i).stop();
        restart(i);
    }

    void buryAndRestart(int i) throws InterruptedException {
        living.get(i).bury();
        restart(i);
    }

    /** It comes back under its own name, or as another one. */
    private void restart(int i) {
        living.set(i, born(random.nextBoolean() ? living.get(i).name : "i" + i + "-" + lives));
    }

    private Instance born(String name) {
        lives++;
        return new Instance(
                name, Duration.ofMillis(random.nextInt(2 * CLOCK_ERROR_MILLIS) - CLOCK_ERROR_MILLIS), setting);
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
