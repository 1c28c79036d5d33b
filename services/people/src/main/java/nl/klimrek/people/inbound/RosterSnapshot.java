package nl.klimrek.people.inbound;

import java.time.Instant;

/**
 * The newest full snapshot of an HR system.
 *
 * @param source HR system
 * @param snapshot its id, which its records carry in the extension {@code snapshot}
 * @param records number of its records, as the source states it
 * @param completedAt when its completion was received
 */
public record RosterSnapshot(String source, String snapshot, int records, Instant completedAt) {}
