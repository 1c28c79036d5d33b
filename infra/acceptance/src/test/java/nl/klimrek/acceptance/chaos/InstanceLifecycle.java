package nl.klimrek.acceptance.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The lifecycle of one instance. Every call that leaves the instance passes here: it waits while the instance is frozen,
 * and throws once the instance is dead.
 */
final class InstanceLifecycle {

    private final Map<FaultPoint, AtomicInteger> fired;
    private final AtomicReference<FaultPoint> armed = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile CountDownLatch frozen = new CountDownLatch(0);

    /** @param fired counts the crashes at each point */
    InstanceLifecycle(Map<FaultPoint, AtomicInteger> fired) {
        this.fired = fired;
    }

    static Map<FaultPoint, AtomicInteger> noneFired() {
        Map<FaultPoint, AtomicInteger> none = new EnumMap<>(FaultPoint.class);
        for (FaultPoint point : FaultPoint.values()) {
            none.put(point, new AtomicInteger());
        }
        return none;
    }

    /** Crashes the instance when it next reaches this point. */
    void arm(FaultPoint point) {
        armed.set(point);
    }

    boolean isArmed(FaultPoint point) {
        return armed.get() == point;
    }

    /** Blocks every call until {@link #thaw}. */
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
            throw new InstanceCrash();
        }
    }

    void at(FaultPoint point) {
        pass();
        if (armed.compareAndSet(point, null)) {
            fired.get(point).incrementAndGet();
            end();
            throw new InstanceCrash();
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
