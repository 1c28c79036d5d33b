package nl.klimrek.admin.broker;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pauses or resumes the relays of services: events wait in their documents meanwhile, and commands go on. */
@Command(
        name = "relay",
        description = "Pauses or resumes the publishing of events; commands go on and their events wait.",
        mixinStandardHelpOptions = true)
public final class RelayCommand implements Callable<Integer> {

    /** What to do with the relays. */
    enum Action {
        pause,
        resume,
        status
    }

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    private Action action = Action.status;

    @Parameters(index = "1..*", paramLabel = "SERVICE", description = "services; all if none is named")
    private String[] services = {};

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "default ${DEFAULT-VALUE}")
    private int timeoutSeconds;

    @Override
    public Integer call() throws Exception {
        List<String> named = AdminOptions.services(services);
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            for (String service : named) {
                RelayPause relays = new RelayPause(service, connection.database(store, service), Clock.systemUTC());
                if (action != Action.status && !options.isPlan()) {
                    change(relays);
                }
                spec.commandLine().getOut().println(relays.status());
            }
        }
        return ExitCodes.DONE;
    }

    private void change(RelayPause relays) throws InterruptedException {
        if (action == Action.pause) {
            relays.pause(Duration.ofSeconds(timeoutSeconds));
        } else {
            relays.resume();
        }
    }
}
