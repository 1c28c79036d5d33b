package nl.klimrek.journal.resume;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SigningKeyFile;
import org.apache.kafka.common.KafkaException;

/**
 * Resumes the chains of a journal that was restored from a backup: {@code infra/journal resume}.
 *
 * <p>Exit 0: resumed, or nothing was lost. 1: a plan found losses. 2: the command is wrong, or key, broker or store cannot be
 * reached.
 */
public final class ResumeJournal {

    static final String USAGE = "Usage: infra/journal resume [--plan] --connection FILE --signing-key FILE";

    private static final int DONE = 0;
    private static final int LOSSES = 1;
    private static final int FAILED = 2;
    private static final int TIMEOUT_SECONDS = 15;
    private static final String STORE = "klimrek.store.uri";

    private ResumeJournal() {}

    public static void main(String[] arguments) {
        // The Kafka client would log to standard output, which is ours.
        System.setProperty("logback.configurationFile", "nl/klimrek/journal/verify/quiet-logback.xml");
        System.exit(run(List.of(arguments), Clock.tickMillis(ZoneOffset.UTC), System.out, System.err));
    }

    /** As {@link #main}, but returns the exit code and writes to these streams. */
    public static int run(List<String> arguments, Clock clock, PrintStream out, PrintStream err) {
        Map<String, String> options = options(arguments);
        if (!options.keySet().containsAll(List.of("--connection", "--signing-key"))) {
            err.println(USAGE);
            return FAILED;
        }
        try {
            CheckpointSigningKey key = SigningKeyFile.read(Path.of(options.get("--signing-key")));
            Map<String, Object> connection = new HashMap<>(KafkaClientFile.read(Path.of(options.get("--connection"))));
            return run(connection, key, options.containsKey("--plan"), clock, out);
        } catch (IOException e) {
            err.println("The connection file or the signing key cannot be read: " + e.getMessage());
        } catch (KafkaException | MongoException e) {
            err.println("Broker or store cannot be reached: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println("The connection file has no usable " + STORE + ".");
        }
        return FAILED;
    }

    private static int run(
            Map<String, Object> connection, CheckpointSigningKey key, boolean plan, Clock clock, PrintStream out) {
        ConnectionString store = new ConnectionString(String.valueOf(connection.get(STORE)));
        String prefix = String.valueOf(connection.getOrDefault("klimrek.database.prefix", "klimrek-"));
        connection.keySet().removeIf(name -> name.startsWith("klimrek."));
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(store)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .build())) {
            JournalResume resume = new JournalResume(client.getDatabase(prefix + "journal"), connection, key, clock);
            Collection<LostEntries> lost = plan ? resume.find() : resume.resume();
            lost.forEach(one -> out.println(sentence(one, plan)));
            if (lost.isEmpty()) {
                out.println("Every chain holds its published checkpoints, or was resumed.");
            }
            return plan && !lost.isEmpty() ? LOSSES : DONE;
        }
    }

    private static String sentence(LostEntries lost, boolean plan) {
        return (plan ? "would resume " : "resumed ") + lost.restored().organisation() + " after entry "
                + lost.restored().position() + ": entries " + lost.lostFrom() + " to " + lost.lostTo()
                + " were published and lost; last published head " + lost.last().head() + " at entry "
                + lost.last().position();
    }

    /** The options by name; empty when they make no sense. */
    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--plan")) {
                options.put(argument, "");
            } else if (List.of("--connection", "--signing-key").contains(argument) && i + 1 < arguments.size()) {
                options.put(argument, arguments.get(++i));
            } else {
                return Map.of();
            }
        }
        return options;
    }
}
