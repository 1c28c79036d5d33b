package nl.klimrek.admin.platform;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class AdminOptions {

    @Option(
            names = "--connection",
            paramLabel = "FILE",
            defaultValue = ".klimrek/client/admin.conf",
            description = "connection file of the platform (default: ${DEFAULT-VALUE})")
    private Path file = Path.of(".klimrek/client/admin.conf");

    @Option(names = "--plan", description = "print what would change, and change nothing")
    private boolean plan;

    public Connection connection() {
        return Connection.read(file);
    }

    public boolean isPlan() {
        return plan;
    }

    /** Every service, as the declarations of topics name it. */
    public static List<String> services() {
        TreeSet<String> services = new TreeSet<>();
        for (TopicDefinition topic : TopicDefinition.all()) {
            Stream<String> owner = topic.name().equals(Topics.HR_EMPLOYEES) ? Stream.of() : Stream.of(topic.owner());
            Stream.concat(owner, topic.readers().stream()).forEach(services::add);
        }
        services.removeIf(name -> services.stream().anyMatch(other -> name.startsWith(other + "-")));
        return List.copyOf(services);
    }

    /** These services, or all of them if none is named. @throws AdminException for an unknown one */
    public static List<String> services(String[] named) {
        Arrays.stream(named)
                .filter(name -> !services().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new AdminException("Unknown service " + name + "; the services are " + services() + ".");
                });
        return named.length == 0 ? services() : List.of(named);
    }
}
