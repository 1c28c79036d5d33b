package nl.klimrek.servicekit.limits;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A number of slots with a limit for each address; 0 means no limit. Few may wait, because a waiting request holds a thread. */
final class PerAddressSemaphore {
    private static final int MOST_WAITING = 8;
    private final int most;
    private final int mostPerAddress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Map<String, Integer> held = new HashMap<>();
    private int taken;
    private int waiting;

    PerAddressSemaphore(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Takes a slot, or returns false when none came free in that time. */
    boolean take(String address, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!isFree(address)) {
                if (left <= 0 || waiting >= MOST_WAITING) {
                    return false;
                }
                waiting++;
                try {
                    left = released.awaitNanos(left);
                } finally {
                    waiting--;
                }
            }
            taken++;
            held.merge(address, 1, Integer::sum);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFree(String address) {
        return (most == 0 || taken < most) && (mostPerAddress == 0 || held.getOrDefault(address, 0) < mostPerAddress);
    }

    void release(String address) {
        lock.lock();
        try {
            taken--;
            held.computeIfPresent(address, (same, slots) -> slots == 1 ? null : slots - 1);
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
