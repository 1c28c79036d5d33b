package nl.klimrek.admin.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.DeclaredTopic;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the topics of a broker as {@code infra/topics} declares them. */
@Command(
        name = "topics",
        description = "Creates missing topics and sets declared settings; --plan only prints the differences.",
        mixinStandardHelpOptions = true)
public final class TopicsCommand implements Callable<Integer> {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--single-broker",
            description = "as on the embedded broker: one copy of everything, in fewer partitions")
    private boolean singleBroker;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        List<DeclaredTopic> declared = singleBroker ? DeclaredTopic.onSingleBroker() : DeclaredTopic.onCluster();
        try (Admin admin = options.connection().broker()) {
            TopicPlan plan = TopicPlan.of(admin, declared);
            if (plan.isEmpty()) {
                out.println("All " + declared.size() + " topics are as declared.");
                return ExitCodes.DONE;
            }
            if (options.isPlan()) {
                plan.lines().forEach(out::println);
                return ExitCodes.DIFFERENCES;
            }
            plan.apply(admin, out::println);
            awaitApplied(admin, declared);
            plan.manual().forEach(difference -> out.println("not changed: " + difference));
            return plan.manual().isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }

    /** The controller has the changes first; the brokers follow a moment later. */
    private static void awaitApplied(Admin admin, List<DeclaredTopic> declared)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        TopicPlan left = TopicPlan.of(admin, declared);
        while (left.lines().size() > left.manual().size()) {
            if (System.nanoTime() > deadline) {
                throw new AdminException("The brokers do not show all changes after " + TIMEOUT.toSeconds() + " s.");
            }
            Thread.sleep(POLL_MILLIS);
            left = TopicPlan.of(admin, declared);
        }
    }
}
