package nl.klimrek.journal.parked;

import java.time.Instant;

/**
 * A record as it lies parked. Nothing here tells its content, which may be anybody's.
 *
 * @param partition its partition of the dead-letter topic
 * @param offset its offset there
 * @param at when it was parked
 * @param reason code of why it could not be taken
 * @param attempt how often it had been given again
 * @param bytes size of its content; -1 for none, which is how a compacted topic says that a key was emptied
 * @param digest SHA-256 of its content, in hex, without a salt: the released {@code dead-letter-parked} promises just that,
 *     and by it what is given again is known to be what was parked. Who can guess all of the content, byte for byte, can
 *     confirm it; facts hold codes only, directory records a salt of their own, so this concerns what HR systems sent
 * @param eventId id of the event in it; null where it can not be read
 * @param eventType type of the event in it; null where it can not be read
 * @param eventSubject what the event is about; null where it can not be read, or where it is not certain whose it is
 */
public record ParkedRecord(
        int partition,
        long offset,
        Instant at,
        String reason,
        int attempt,
        long bytes,
        String digest,
        String eventId,
        String eventType,
        String eventSubject) {}
