package nl.klimrek.acceptance.fire;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One life of an instance. Every call that leaves the instance passes here: it waits while the instance is frozen, and
 * does not come back once it is dead.
 */
final class Life {

    private final Map<FaultPoint, AtomicInteger> fired;
    private final AtomicReference<FaultPoint> armed = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile CountDownLatch frozen = new CountDownLatch(0);

    /** @param fired counts how often each point was where somebody died */
    Life(Map<FaultPoint, AtomicInteger> fired) {
        this.fired = fired;
    }

    static Map<FaultPoint, AtomicInteger> noneFired() {
        Map<FaultPoint, AtomicInteger> none = new EnumMap<>(FaultPoint.class);
        for (FaultPoint point : FaultPoint.values()) {
            none.put(point, new AtomicInteger());
        }
        return none;
    }

    /** Makes it die when it reaches this point the next time. */
    void arm(FaultPoint point) {
        armed.set(point);
    }

    boolean isArmed(FaultPoint point) {
        return armed.get() == point;
    }

    /** Stands still, with everything in it, until the thaw. */
    void freeze() {
        frozen = new CountDownLatch(1);
    }

    void thaw() {
        frozen.countDown();
    }

    void pass() {
        try {
            frozen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (isOver()) {
            throw new Crash();
        }
    }

    void at(FaultPoint point) {
        pass();
        if (armed.compareAndSet(point, null)) {
            fired.get(point).incrementAndGet();
            end();
            throw new Crash();
        }
    }

    void end() {
        end.countDown();
        thaw();
    }

    boolean isOver() {
        return end.getCount() == 0;
    }
}
