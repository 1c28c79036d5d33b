package nl.klimrek.acceptance.chaos;

import com.mongodb.MongoException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The current faults of engines and connections, shared by all instances. Probabilities are per thousand. */
final class FaultInjector {

    private static final int MOST_STORE_PAUSE_MILLIS = 60;
    private static final int THOUSAND = 1_000;

    private final Random random;
    private volatile int slow;
    private volatile int refusing;
    private volatile int duplicating;
    private volatile int delaying;

    FaultInjector(long seed) {
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

    /** The usual state: some records are duplicated or late. */
    void ordinaryRecords() {
        duplicating = 5;
        delaying = 2;
    }

    void duplicatesAndDelays() {
        duplicating = 200;
        delaying = 60;
    }

    /** Ends all faults. */
    void calm() {
        ordinaryStore();
        duplicating = 0;
        delaying = 0;
    }

    /** Delays or fails a store call, on the way there or back. A failure on the way back follows a completed write. */
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

    /** A random delay below this maximum, in milliseconds. */
    long upTo(int millis) {
        return 1L + random.nextInt(millis);
    }

    private boolean chance(int inThousand) {
        return inThousand > 0 && random.nextInt(THOUSAND) < inThousand;
    }
}
