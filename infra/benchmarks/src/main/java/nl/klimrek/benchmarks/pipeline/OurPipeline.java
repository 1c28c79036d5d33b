package nl.klimrek.benchmarks.pipeline;

import java.nio.file.Path;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.eventing.Organisation;

/** A service's aggregates, its relay, the topic, and the journal's chain. */
final class OurPipeline implements Pipeline {

    private final Writer writer;
    private final RunningJournal journal;
    private volatile Journey journey;
    private volatile Organisation organisation;

    OurPipeline(Engines engines, Path folder) {
        this.writer = Writer.start(engines, "benchmark-pipeline");
        this.journal = RunningJournal.start(engines, folder);
    }

    /** Each journey is an organisation of its own, so that every round starts with nothing. */
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
    public Trips trips() {
        return writer.trips().plus(journal.trips());
    }

    @Override
    public void close() {
        writer.close();
        journal.close();
    }
}
