package nl.klimrek.benchmarks.pipeline;

import java.nio.file.Path;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.eventing.Organisation;

/** A service's aggregates, its relay, the topic, and the journal's chain. */
final class OurPipeline implements Pipeline {

    private final PreparationWriter writer;
    private final BenchmarkedJournal journal;
    private volatile Journey journey;
    private volatile Organisation organisation;

    OurPipeline(Engines engines, Path folder) {
        this.writer = PreparationWriter.start(engines, "benchmark-pipeline");
        this.journal = BenchmarkedJournal.start(engines, folder);
    }

    /** Each journey has its own organisation, so that every round starts empty. */
    @Override
    public void begin(Journey next) {
        organisation = new Organisation(next.name());
        journey = next;
        journal.begin(next);
    }

    @Override
    public void accept(int command) {
        writer.save(organisation, journey.person(command));
    }

    @Override
    public RoundTrips trips() {
        return writer.trips().plus(journal.trips());
    }

    @Override
    public void close() {
        writer.close();
        journal.close();
    }
}
