package nl.klimrek.servicekit.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** A part that is down and why, as a code that everybody may see. */
final class HealthReason {
    private HealthReason() {}

    static Health down(String code) {
        return Health.status(new Status(Status.DOWN.getCode(), code)).build();
    }

    /** @param cause not shown, only logged */
    static Health down(String code, Exception cause) {
        return Health.status(new Status(Status.DOWN.getCode(), code))
                .withException(cause)
                .build();
    }
}
