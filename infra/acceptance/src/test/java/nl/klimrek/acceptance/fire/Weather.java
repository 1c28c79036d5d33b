package nl.klimrek.acceptance.fire;

import com.mongodb.MongoException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What the engines and the way to them are like just now, for every instance. Chances are in a thousand. */
final class Weather {

    private static final int MOST_STORE_PAUSE_MILLIS = 60;
    private static final int THOUSAND = 1_000;

    private final Random random;
    private volatile int slow;
    private volatile int refusing;
    private volatile int duplicating;
    private volatile int delaying;

    Weather(long seed) {
        random = new Random(seed);
        ordinaryRecords();
    }

    void ordinaryStore() {
        slow = 0;
        refusing = 0;
    }

    void slowStore() {
        slow = 500;
    }

    void refusingStore() {
        refusing = 200;
    }

    /** As it is most of the time: now and then a record twice or late. */
    void ordinaryRecords() {
        duplicating = 5;
        delaying = 2;
    }

    void duplicatesAndDelays() {
        duplicating = 200;
        delaying = 60;
    }

    /** Nothing goes wrong any more. */
    void calm() {
        ordinaryStore();
        duplicating = 0;
        delaying = 0;
    }

    /** On the way to the store, and on the way back: a refusal then comes from a store that has done what it was asked. */
    void store() {
        if (chance(slow)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(MOST_STORE_PAUSE_MILLIS)));
        }
        if (chance(refusing)) {
            throw new MongoException("the store did not answer");
        }
    }

    boolean duplicates() {
        return chance(duplicating);
    }

    boolean delays() {
        return chance(delaying);
    }

    /** Up to this many milliseconds. */
    long upTo(int millis) {
        return 1L + random.nextInt(millis);
    }

    private boolean chance(int inThousand) {
        return inThousand > 0 && random.nextInt(THOUSAND) < inThousand;
    }
}
