package nl.klimrek.reminders.prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A sender's exclusive right to send a prompt for some time.
 *
 * @param by unique id of the claim
 * @param until moment from which another sender may claim
 */
public record SendingClaim(String by, Instant until) {

    /** Well above the time of one delivery. */
    public static final Duration DURATION = Duration.ofMinutes(2);

    /** A new claim from this moment. */
    public static SendingClaim from(Instant now) {
        return new SendingClaim(UUID.randomUUID().toString(), now.plus(DURATION));
    }

    /** Whether another sender may claim. A claim that ends later than twice its length from now was made by a clock that was wrong. */
    public boolean ended(Instant now) {
        return !now.isBefore(until) || until.isAfter(now.plus(DURATION.multipliedBy(2)));
    }
}
