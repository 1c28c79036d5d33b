package nl.klimrek.admin.store;

import com.mongodb.client.MongoClient;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.eventing.schema.StoreSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds the indexes that this version of the services needs, and moves documents of earlier versions. */
@Command(
        name = "migrate",
        description = {
            "Builds the indexes that this version of the services needs, and moves documents of earlier versions, beside",
            "running instances. Run it before an upgrade. It can be stopped at any moment and goes on with what is left."
        },
        mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "services; all if none is named")
    private String[] services = {};

    @Override
    public Integer call() {
        List<String> named = AdminOptions.services(services);
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        boolean different = false;
        try (MongoClient store = connection.store()) {
            for (StoreSchema schema : StoreSchema.all()) {
                if (!named.contains(schema.service())) {
                    continue;
                }
                ServiceMigration migration =
                        new ServiceMigration(schema, connection.database(store, schema.service()), line -> {
                            out.println(line);
                            out.flush();
                        });
                List<String> plan = migration.plan();
                if (plan.isEmpty()) {
                    out.println(schema.service() + ": nothing to do");
                } else if (options.isPlan()) {
                    plan.forEach(out::println);
                    different = true;
                } else {
                    migration.run();
                }
            }
        }
        return different ? ExitCodes.DIFFERENCES : ExitCodes.DONE;
    }
}
