package nl.klimrek.people.inbound;

import java.time.Instant;

/**
 * The newest full snapshot that an HR system declared complete.
 *
 * @param source HR system
 * @param snapshot its id, as records of it carry in the extension {@code snapshot}
 * @param records how many records the source says it has
 * @param completedAt when we were told
 */
public record RosterSnapshot(String source, String snapshot, int records, Instant completedAt) {}
