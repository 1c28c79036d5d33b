package nl.klimrek.portal.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service gave no response. After {@link Reason#SLOW} it may have done what was asked; otherwise it has not seen it. */
public final class UpstreamUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no response. */
    public enum Reason {
        /** The connection failed, or the service's circuit is open after repeated failures. */
        UNREACHABLE,
        /** The service did not respond in time. */
        SLOW,
        /** As many requests are under way as the service's bulkhead allows. */
        BUSY
    }

    private final Upstream service;
    private final Reason reason;
    private final transient Duration retryAfter;

    UpstreamUnavailableException(Upstream service, Reason reason, Duration retryAfter, @Nullable Throwable cause) {
        super(service.id() + " " + reason, cause, false, false);
        this.service = service;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Upstream service() {
        return service;
    }

    public Reason reason() {
        return reason;
    }

    /** Whole seconds after which a retry makes sense, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.toSeconds());
    }
}
