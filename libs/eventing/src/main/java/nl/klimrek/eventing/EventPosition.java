package nl.klimrek.eventing;

/**
 * Where an event was read on its topic.
 *
 * @param partition partition of the topic
 * @param offset offset in that partition
 */
public record EventPosition(int partition, long offset) {}
