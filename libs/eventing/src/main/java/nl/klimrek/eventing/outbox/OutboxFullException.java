package nl.klimrek.eventing.outbox;

import java.time.Duration;

/** Too many events wait for the broker. Nothing was written; the caller may try again later. */
public final class OutboxFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public OutboxFullException(Duration retryAfter) {
        super("outbox is full");
        this.retryAfter = retryAfter;
    }

    /** Time to wait before the next try. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
