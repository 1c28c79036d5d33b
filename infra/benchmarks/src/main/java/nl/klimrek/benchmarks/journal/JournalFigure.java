package nl.klimrek.benchmarks.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.Median;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.store.JournalStore;

/** Entries a second: appended to the chain, inserted without one, and hashed in memory; in turns. */
public final class JournalFigure implements Figure {

    private static final int ROUNDS = 3;
    private static final int BATCH_SIZE = 500;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int batches = setting.size(4, 40);
        Median appended = new Median();
        Median inserted = new Median();
        Median hashed = new Median();
        try (Engines engines = Engines.start(setting, name());
                MongoClient mongo = MongoClients.create(engines.mongoUri())) {
            MongoDatabase database = mongo.getDatabase("benchmark-journal");
            JournalStore journal = new JournalStore(database, Clock.systemUTC());
            PlainInserts inserts = new PlainInserts(database);
            PlainHashes hashes = new PlainHashes();
            for (int round = 0; round <= ROUNDS; round++) {
                EntryBatches events = new EntryBatches("round-" + round, BATCH_SIZE);
                Organisation organisation = new Organisation("round-" + round);
                double ofAppends = perSecond(batches, batch -> journal.append(organisation, events.batch(batch)));
                double ofInserts = perSecond(batches, batch -> inserts.insert(events.batch(batch)));
                double ofHashes = perSecond(batches, batch -> hashes.hash(events.batch(batch)));
                // The first round warms up.
                if (round > 0) {
                    appended.add(ofAppends);
                    inserted.add(ofInserts);
                    hashed.add(ofHashes);
                }
            }
        }
        lines.accept(ReportLine.of(
                "journal.appends-per-s",
                appended.value(),
                inserted.value(),
                "entries, " + BATCH_SIZE + " at once; raw: insertMany of them"));
        lines.accept(ReportLine.of(
                "journal.hashes-per-s", appended.value(), hashed.value(), "the same; raw: SHA-256 of them"));
    }

    private static double perSecond(int batches, IntConsumer work) {
        long begin = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            work.accept(batch);
        }
        return batches * BATCH_SIZE * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }
}
