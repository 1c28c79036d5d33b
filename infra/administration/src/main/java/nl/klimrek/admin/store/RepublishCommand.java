package nl.klimrek.admin.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.control.OperatorJob;
import nl.klimrek.eventing.control.OperatorJob.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a service to publish its present state again, for readers that lack events which retention deleted. */
@Command(
        name = "republish",
        description = {
            "Lets a running service publish its present state again, for readers that lack events which retention deleted.",
            "Readers that know it change nothing. It goes on in the service when this command is stopped."
        },
        mixinStandardHelpOptions = true)
public final class RepublishCommand implements Callable<Integer> {

    private static final String PEOPLE = "people";
    /** Name of the job in the service's store. */
    private static final String JOB = "republish";

    private static final long POLL_MILLIS = 1_000;
    /** Collection whose documents are published again, by service. */
    private static final Map<String, String> COLLECTIONS = Map.of(PEOPLE, "people");

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE|TOPIC", description = "people, or its topic " + Topics.PEOPLE)
    private String target = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "how long to wait for the end; default ${DEFAULT-VALUE}")
    private int timeoutSeconds;

    @Override
    public Integer call() throws InterruptedException {
        String service = target.equals(Topics.PEOPLE) ? PEOPLE : target;
        String collection = COLLECTIONS.get(service);
        if (collection == null) {
            throw new AdminException("Only people (" + Topics.PEOPLE
                    + ") has state that others rebuild from and that retention" + " deletes, not '" + target + "'.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            MongoDatabase database = connection.database(store, service);
            long documents = database.getCollection(collection).estimatedDocumentCount();
            if (options.isPlan()) {
                out.println("publish up to " + documents + " " + collection + " again on " + Topics.PEOPLE);
                return ExitCodes.DIFFERENCES;
            }
            OperatorJob job = new OperatorJob(database, JOB);
            Progress asked = job.request(Clock.systemUTC().instant());
            return follow(job, asked, documents, out);
        }
    }

    private int follow(OperatorJob job, Progress asked, long documents, PrintWriter out) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(timeoutSeconds).toNanos();
        long said = -1;
        while (true) {
            Progress now = job.progress().orElseThrow();
            if (now.request() != asked.request() || now.finishedAt() != null) {
                out.println(now.done() + " published again");
                return ExitCodes.DONE;
            }
            if (now.done() != said) {
                said = now.done();
                out.println(said + " of about " + documents);
                out.flush();
            }
            if (System.nanoTime() > deadline) {
                throw new AdminException(said + " of about " + documents + " after " + timeoutSeconds
                        + " s; it goes on while an instance of people runs. Repeat the command to follow it.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
