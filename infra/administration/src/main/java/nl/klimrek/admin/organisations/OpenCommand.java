package nl.klimrek.admin.organisations;

import com.mongodb.client.MongoClient;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.organisations.HrSource;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens an organisation and lets HR systems speak for it. */
@Command(
        name = "open",
        description = "Opens an organisation, also one that was closed, and lets HR systems speak for it.",
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ORG", description = "2 to 40 characters of a-z, 0-9 and -")
    private String name = "";

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "CloudEvents source of an HR system; may be repeated")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "new file for the secret with which the new sources sign; without it they do not sign")
    private @Nullable Path secretFile;

    @Override
    public Integer call() {
        String organisation = valid(name);
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            OrganisationRegistry registry = new OrganisationRegistry(connection.database(store, "people"));
            Map<String, HrSource> known = registry.sources();
            sources.forEach(source -> refuseTaken(known.get(source), organisation));
            List<String> fresh = sources.stream()
                    .filter(source -> !known.containsKey(source))
                    .toList();
            boolean open = registry.organisations().getOrDefault(organisation, false);
            if (open && fresh.isEmpty()) {
                out.println(organisation + " is open.");
                return ExitCodes.DONE;
            }
            if (options.isPlan()) {
                out.println("open " + organisation + (fresh.isEmpty() ? "" : "; " + fresh + " speak for it"));
                return ExitCodes.DIFFERENCES;
            }
            String secret = secretFile == null || fresh.isEmpty() ? null : SourceSecret.create(secretFile);
            registry.open(organisation, Clock.systemUTC().instant());
            for (String source : fresh) {
                refuseTaken(registry.bind(source, organisation, secret), organisation);
                out.println("HR system " + source + " speaks for " + organisation
                        + (secret == null ? ", unsigned" : ", signed with the secret in " + secretFile));
            }
            out.println(organisation + " is open; people knows it within 5 s.");
            return ExitCodes.DONE;
        }
    }

    private static void refuseTaken(@Nullable HrSource source, String organisation) {
        if (source != null && !source.organisation().equals(organisation)) {
            throw new AdminException("The HR system " + source.name() + " speaks for " + source.organisation()
                    + " already; a source speaks for one organisation.");
        }
    }

    /** @throws AdminException if this is no organisation's name */
    static String valid(String name) {
        try {
            return new Organisation(name).value();
        } catch (IllegalArgumentException invalid) {
            throw new AdminException(
                    "An organisation is 2 to 40 characters of a-z, 0-9 and -, not '" + name + "'.", invalid);
        }
    }
}
