package nl.klimrek.benchmarks.pipeline;

/** Something that takes commands and in the end has stored each at its destination. */
interface Pipeline extends AutoCloseable {

    /** From now on commands are those of this journey. */
    void begin(Journey journey);

    /** Accepts a command; returns before the event has arrived. Called by several threads. */
    void accept(int command);

    /** KafkaRequestCount to the store and to the broker so far, of all clients of this pipeline together. */
    RoundTrips trips();

    @Override
    void close();
}
