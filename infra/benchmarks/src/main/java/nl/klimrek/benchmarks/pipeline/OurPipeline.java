package nl.klimrek.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Objects;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/** A service's aggregates, its relay, the topic, and the journal's chain. */
final class OurPipeline implements Pipeline {

    private final PreparationWriter writer;
    private final BenchmarkedJournal journal;
    private volatile @Nullable Current current;

    OurPipeline(Engines engines, Path folder) {
        this.writer = PreparationWriter.start(engines, "benchmark-pipeline");
        this.journal = BenchmarkedJournal.start(engines, folder);
    }

    /** Each journey has its own organisation, so that every round starts empty. */
    @Override
    public void begin(Journey next) {
        current = new Current(next, new Organisation(next.name()));
        journal.begin(next);
    }

    @Override
    public void accept(int command) {
        Current now = Objects.requireNonNull(current, "no journey has begun");
        writer.save(now.organisation(), now.journey().person(command));
    }

    private record Current(Journey journey, Organisation organisation) {}

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
