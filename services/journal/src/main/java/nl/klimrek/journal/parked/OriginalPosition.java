package nl.klimrek.journal.parked;

/**
 * Where a record was when it could not be taken.
 *
 * @param topic its topic
 * @param group consumer group that could not take it
 * @param partition its partition
 * @param offset its offset
 * @param timestamp its timestamp, in milliseconds
 */
public record OriginalPosition(String topic, String group, int partition, long offset, long timestamp) {}
