package nl.klimrek.journal.parked;

/**
 * The topic position of a record that could not be processed.
 *
 * @param topic its topic
 * @param group consumer group that could not process it
 * @param partition its partition
 * @param offset its offset
 * @param timestamp its timestamp, in milliseconds
 */
public record OriginalPosition(String topic, String group, int partition, long offset, long timestamp) {}
