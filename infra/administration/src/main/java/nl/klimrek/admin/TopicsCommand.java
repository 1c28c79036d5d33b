package nl.klimrek.admin;

import java.util.List;
import java.util.concurrent.Callable;
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
final class TopicsCommand implements Callable<Integer> {

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
                return AdminCommand.DONE;
            }
            if (options.isPlan()) {
                plan.lines().forEach(out::println);
                return AdminCommand.DIFFERENCES;
            }
            plan.apply(admin, out::println);
            plan.manual().forEach(difference -> out.println("not changed: " + difference));
            return plan.manual().isEmpty() ? AdminCommand.DONE : AdminCommand.DIFFERENCES;
        }
    }
}
