package nl.klimrek.eventing.simulation;

import java.util.List;
import java.util.Random;

/** Source of all choices of a run. */
final class SeededRandom {

    private final Random random;

    SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    boolean of(int inThousand) {
        return inThousand > 0 && random.nextInt(1_000) < inThousand;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean half() {
        return random.nextBoolean();
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
