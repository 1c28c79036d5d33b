package nl.klimrek.journal.parked;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked record without its content, which may belong to anybody.
 *
 * @param partition its partition of the dead-letter topic
 * @param offset its offset there
 * @param at time of parking
 * @param reason code of the failure
 * @param attempt number of replays before it was parked
 * @param bytes size of its content; -1 for a tombstone
 * @param digest SHA-256 of its content, in hex, as the released {@code dead-letter-parked} promises. A replay is checked
 *     against it. It has no salt, so a guess of the whole content can be confirmed. Events hold codes only and directory
 *     records hold a salt, so this concerns records of HR systems
 * @param eventId id of its event; null when it cannot be read
 * @param eventType type of its event; null when it cannot be read
 * @param eventSubject subject of its event; null when it cannot be read or the record is unattributed
 */
public record ParkedRecord(
        int partition,
        long offset,
        Instant at,
        String reason,
        int attempt,
        long bytes,
        String digest,
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable String eventSubject) {}
