package nl.klimrek.reminders.prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One sender's right to send a prompt alone.
 *
 * @param by names this claim and no other
 * @param until when another may claim, because this sender must have died
 */
public record SendingClaim(String by, Instant until) {

    /** Well above what handing over one message takes. */
    public static final Duration LENGTH = Duration.ofMinutes(2);

    /** A claim of its own, from this moment. */
    public static SendingClaim from(Instant now) {
        return new SendingClaim(UUID.randomUUID().toString(), now.plus(LENGTH));
    }

    boolean ended(Instant now) {
        return !now.isBefore(until);
    }
}
