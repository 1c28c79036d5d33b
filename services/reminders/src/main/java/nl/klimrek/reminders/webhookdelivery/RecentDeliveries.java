package nl.klimrek.reminders.webhookdelivery;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.reminders.webhookclient.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The last attempts at one webhook, newest first, as HR sees them.
 *
 * @param attempts at most {@value #MAX}
 */
public record RecentDeliveries(List<Attempt> attempts) {

    static final RecentDeliveries NONE = new RecentDeliveries(List.of());
    private static final int MAX = 50;

    public RecentDeliveries {
        attempts = List.copyOf(attempts);
    }

    RecentDeliveries with(Attempt attempt) {
        return new RecentDeliveries(
                Stream.concat(Stream.of(attempt), attempts.stream()).limit(MAX).toList());
    }

    /**
     * An attempt.
     *
     * @param message id of the message
     * @param type name of the fact
     * @param at moment at which it ended
     * @param number number of the attempt, from 1
     * @param status HTTP status; null without an answer
     * @param nextAt moment of the next attempt; null for none
     */
    public record Attempt(
            String message,
            String type,
            Instant at,
            int number,
            DeliveryOutcome outcome,
            @Nullable Integer status,
            @Nullable Instant nextAt) {}
}
