package nl.klimrek.admin.restore;

import com.mongodb.client.MongoClient;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes services whole again after their stores were put back from backups. */
@Command(
        name = "restore",
        description = {
            "Makes services whole again after their stores were put back from backups: raises the epoch of their streams and",
            "sets their consumer groups back to what the backup had read. Stop the services first. Safe to run twice, and",
            "again after it was killed."
        },
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE", arity = "1..*", description = "services whose store was put back, or all")
    private String[] services = {};

    @Option(
            names = "--taken",
            paramLabel = "TIME",
            required = true,
            description = "moment of the backup, or of the oldest one, as 2026-11-30T09:00:00Z")
    private String taken = "";

    @Option(
            names = "--accept-gaps",
            description = "go on although retention deleted records that a group must read; they stay lost")
    private boolean acceptGaps;

    @Override
    public Integer call() throws Exception {
        Instant moment = moment(taken);
        List<String> named = AdminOptions.services(List.of(services).contains(ALL) ? new String[0] : services);
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        int code = ExitCodes.DONE;
        try (Admin broker = connection.broker();
                MongoClient store = connection.store()) {
            for (String service : named) {
                ServiceRestore restore = new ServiceRestore(
                        connection, broker, connection.database(store, service), service, Clock.systemUTC(), line -> {
                            out.println(line);
                            out.flush();
                        });
                if (!restore.isFinished(moment)) {
                    ServiceRestore.Plan plan = restore.plan(moment);
                    restore.describe(plan, moment);
                    if (options.isPlan() || !plan.gaps().isEmpty() && !acceptGaps) {
                        code = ExitCodes.DIFFERENCES;
                    } else {
                        restore.run(plan, moment);
                    }
                }
            }
        }
        return code;
    }

    static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new AdminException("A moment is written as 2026-11-30T09:00:00Z, not '" + text + "'.", e);
        }
    }
}
