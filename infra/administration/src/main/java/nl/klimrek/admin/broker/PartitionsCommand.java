package nl.klimrek.admin.broker;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds partitions to a topic that a service owns, by the procedure of {@link PartitionGrowth}. */
@Command(
        name = "partitions",
        description = "Adds partitions to a topic: relays pause, readers finish, partitions are added, relays resume.",
        mixinStandardHelpOptions = true)
public final class PartitionsCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TOPIC", description = "topic name")
    private String topic = "";

    @Option(
            names = "--to",
            paramLabel = "N",
            defaultValue = "0",
            description = "number of partitions; as declared if not given")
    private int partitions;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "how long relays and readers may take each; default ${DEFAULT-VALUE}")
    private int timeoutSeconds;

    @Override
    public Integer call() throws Exception {
        if (!TopicDefinition.names().contains(topic) || topic.equals(Topics.HR_EMPLOYEES)) {
            throw new AdminException("Only topics of services can grow by this command, not '" + topic + "'.");
        }
        var out = spec.commandLine().getOut();
        TopicDefinition declared = TopicDefinition.of(topic);
        int wanted = partitions == 0 ? declared.partitions() : partitions;
        Connection connection = options.connection();
        try (Admin admin = connection.broker()) {
            int now = new GroupOffsets(admin)
                    .offsets(List.of(topic), OffsetSpec.latest())
                    .size();
            if (now >= wanted) {
                out.println(topic + " has " + now + " partitions.");
                return ExitCodes.DONE;
            }
            if (options.isPlan()) {
                out.println("grow " + topic + " from " + now + " to " + wanted + " partitions; pauses the relays of "
                        + declared.owner() + ", waits for " + declared.readers());
                return ExitCodes.DIFFERENCES;
            }
            try (MongoClient store = connection.store()) {
                RelayPause relays = new RelayPause(
                        declared.owner(), connection.database(store, declared.owner()), Clock.systemUTC());
                new PartitionGrowth(admin, relays, out::println)
                        .grow(declared, wanted, Duration.ofSeconds(timeoutSeconds));
            }
        }
        return ExitCodes.DONE;
    }
}
