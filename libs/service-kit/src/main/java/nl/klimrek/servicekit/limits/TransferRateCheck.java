package nl.klimrek.servicekit.limits;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Checks that a body comes in fast enough: at the least rate once its grace period is over, and whole within its time. */
final class TransferRateCheck {
    private final LongSupplier nanos;
    private final long begin;
    private final Duration longest;
    private final Duration grace;
    private final long bytesPerSecond;
    private long received;

    TransferRateCheck(LongSupplier nanos, Duration longest, Duration grace, long bytesPerSecond) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.longest = longest;
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    void received(int bytes) {
        received += bytes;
    }

    long received() {
        return received;
    }

    boolean isTooSlow() {
        Duration taken = Duration.ofNanos(nanos.getAsLong() - begin);
        Duration granted = grace.plusMillis(received * 1_000 / bytesPerSecond);
        return taken.compareTo(longest) > 0 || taken.compareTo(granted) > 0;
    }
}
