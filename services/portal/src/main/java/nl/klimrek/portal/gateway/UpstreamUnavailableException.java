package nl.klimrek.portal.gateway;

import java.time.Duration;

/** A service could not be asked, or did not answer in time. Whether it did something is unknown after a time-out only. */
public final class UpstreamUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kept the answer away. */
    public enum Why {
        /** It was not reached, or is left alone for a moment after it was not reached several times. */
        UNREACHABLE,
        /** It was asked and did not answer in time. */
        SLOW,
        /** As many requests as it may be asked at once are under way. */
        BUSY
    }

    private final Upstream service;
    private final Why why;
    private final transient Duration retryAfter;

    UpstreamUnavailableException(Upstream service, Why why, Duration retryAfter, Throwable cause) {
        super(service.id() + " " + why, cause, false, false);
        this.service = service;
        this.why = why;
        this.retryAfter = retryAfter;
    }

    public Upstream service() {
        return service;
    }

    public Why why() {
        return why;
    }

    /** When asking again makes sense; whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.toSeconds());
    }
}
