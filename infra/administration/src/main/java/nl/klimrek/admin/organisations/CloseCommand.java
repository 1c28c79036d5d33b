package nl.klimrek.admin.organisations;

import com.mongodb.client.MongoClient;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Closes an organisation: its HR systems do not speak for it any more. */
@Command(
        name = "close",
        description = {
            "Closes an organisation: records of its HR systems are parked from then on. Its data stays. Its people can sign in",
            "until their issuer lets them no longer."
        },
        mixinStandardHelpOptions = true)
final class CloseCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ORG", description = "organisation that was opened by this tool")
    private String name = "";

    @Override
    public Integer call() {
        String organisation = OpenCommand.valid(name);
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            OrganisationRegistry registry = new OrganisationRegistry(connection.database(store, "people"));
            Boolean open = registry.organisations().get(organisation);
            if (open == null) {
                throw new AdminException("Unknown organisation " + organisation
                        + "; one that the configuration of people names is closed there.");
            }
            boolean sourcesOpen = registry.sources().values().stream()
                    .anyMatch(source -> source.organisation().equals(organisation) && source.open());
            if (!open && !sourcesOpen) {
                out.println(organisation + " is closed.");
                return ExitCodes.DONE;
            }
            if (options.isPlan()) {
                out.println("close " + organisation);
                return ExitCodes.DIFFERENCES;
            }
            registry.close(organisation, Clock.systemUTC().instant());
            out.println(organisation + " is closed; people knows it within 5 s. Its data stays.");
            return ExitCodes.DONE;
        }
    }
}
