package nl.klimrek.eventing;

import java.time.Duration;

/** Events are waiting for the broker and no more can wait; nothing changed, try again later. */
public final class OutboxFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public OutboxFullException(Duration retryAfter) {
        super("outbox is full");
        this.retryAfter = retryAfter;
    }

    /** When to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
