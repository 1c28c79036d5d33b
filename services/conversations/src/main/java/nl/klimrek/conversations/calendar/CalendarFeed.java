package nl.klimrek.conversations.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import nl.klimrek.contracts.conversations.CalendarFeedOpened;
import nl.klimrek.contracts.conversations.CalendarFeedRevoked;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The calendar link of one person. Opening a new link ends the one before.
 *
 * @param person whose it is
 * @param hash of the newest link's secret; null when it was revoked
 * @param openedAt when that link was made; null when it was revoked
 */
public record CalendarFeed(
        String person, @Nullable String hash, @Nullable Instant openedAt) {

    /** A link that takes the place of any before it. */
    static Decision<CalendarFeed> opened(String person, String hash, Instant now) {
        return Decision.accept(new CalendarFeed(person, hash, now), new CalendarFeedOpened(person));
    }

    /** No link works any more. */
    Decision<CalendarFeed> revoke() {
        return hash == null
                ? Decision.unchanged()
                : Decision.accept(new CalendarFeed(person, null, null), new CalendarFeedRevoked(person));
    }

    /** Whether a link with this secret works; takes as long for any wrong one. */
    boolean opensWith(String candidate) {
        return hash != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), candidate.getBytes(StandardCharsets.US_ASCII));
    }
}
