package nl.klimrek.reminders.deciding;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.prompt.SendingClaim;
import org.jspecify.annotations.Nullable;

/**
 * The messages to one person: the one that is being sent, and when those that count for the cap were.
 *
 * <p>One message at a time is sent to a person. When its sender stops, the next takes it over after the claim ends.
 *
 * @param open the message that is being sent; null when there is none
 * @param sent moments of earlier messages that count for the weekly cap, oldest first
 */
public record SendingDiary(@Nullable OpenMessage open, List<Instant> sent) {

    public static final SendingDiary EMPTY = new SendingDiary(null, List.of());

    /** Well above the messages that a person may get in a week. */
    private static final int MAX_KEPT = 100;

    public SendingDiary {
        sent = List.copyOf(sent);
    }

    /** Opens a message; unchanged while another sender is busy. */
    public SendingDiary open(String message, SendingClaim mine, Instant now) {
        return open != null && !open.claim().ended(now) ? this : new SendingDiary(new OpenMessage(message, mine), sent);
    }

    public boolean isOpenedBy(SendingClaim mine) {
        return open != null && open.claim().by().equals(mine.by());
    }

    /** Closes this sender's message. @param sentAt moment of sending; null when nothing counts */
    public SendingDiary close(SendingClaim mine, @Nullable Instant sentAt) {
        if (!isOpenedBy(mine)) {
            return this;
        }
        List<Instant> all = sentAt == null
                ? sent
                : Stream.concat(sent.stream(), Stream.of(sentAt))
                        .skip(Math.max(0, sent.size() + 1 - MAX_KEPT))
                        .toList();
        return new SendingDiary(null, all);
    }

    /** How many were sent in this period. One with a later moment, of a clock that was wrong, does not count. */
    public int sentBetween(Instant from, Instant until) {
        return (int) sent.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }

    /**
     * A message that is being sent.
     *
     * @param id id of the message: key and round of its lead prompt
     * @param claim the sender's claim
     */
    public record OpenMessage(String id, SendingClaim claim) {

        /** Key of the prompt that names the message. */
        public Key lead(Organisation organisation) {
            String key = id.substring(0, id.lastIndexOf('.'));
            return Key.of(organisation, key.substring(key.indexOf('/') + 1));
        }
    }
}
