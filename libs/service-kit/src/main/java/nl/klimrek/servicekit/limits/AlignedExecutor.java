package nl.klimrek.servicekit.limits;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One thread that runs all tasks of one period at the same moment, so that it wakes up once a period for all of them. */
final class AlignedExecutor extends ScheduledThreadPoolExecutor {

    AlignedExecutor(ThreadFactory threads) {
        super(1, threads);
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        long nanos = untilNext(System.nanoTime() + unit.toNanos(delay), unit.toNanos(period));
        return super.scheduleAtFixedRate(task, unit.toNanos(delay) + nanos, unit.toNanos(period), TimeUnit.NANOSECONDS);
    }

    /** Time from a moment to the next moment that is a multiple of the period. */
    static long untilNext(long moment, long period) {
        return Math.floorMod(-moment, period);
    }
}
