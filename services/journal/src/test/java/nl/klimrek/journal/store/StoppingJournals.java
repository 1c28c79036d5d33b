package nl.klimrek.journal.store;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Journals that stop at a stage of an append, as an instance that is killed there. */
public final class StoppingJournals {

    private StoppingJournals() {}

    /** The end of the instance. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One journal for each stage. */
    public static List<JournalStore> atEachStage(MongoDatabase database, Clock clock) {
        return Arrays.stream(AppendStage.values())
                .map(stage -> at(stage, database, clock))
                .toList();
    }

    static JournalStore at(AppendStage stop, MongoDatabase database, Clock clock) {
        return new JournalStore(database, clock, stage -> {
            if (stage == stop) {
                throw new Stopped();
            }
        });
    }
}
