package nl.klimrek.admin.broker;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how far consumer groups are, or sets the positions of a stopped group back to a moment. */
@Command(
        name = "offsets",
        description = "Shows lag and lost records of consumer groups; --to sets a stopped group back to a moment.",
        mixinStandardHelpOptions = true)
public final class OffsetsCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "GROUP", arity = "0..*", description = "consumer groups; all if none is named")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "moment as 2026-11-30T09:00:00Z; the groups read everything published since again")
    private String to = "";

    @Override
    public Integer call() throws Exception {
        Map<String, List<String>> topics = new TreeMap<>();
        for (TopicDefinition topic : TopicDefinition.all()) {
            topic.readers()
                    .forEach(group -> topics.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(topic.name()));
        }
        for (String group : groups) {
            if (!topics.containsKey(group)) {
                throw new AdminException("Unknown group " + group + "; the groups are " + topics.keySet() + ".");
            }
        }
        if (!to.isEmpty() && groups.isEmpty()) {
            throw new AdminException("Name the groups to set back.");
        }
        topics.keySet().removeIf(group -> !groups.isEmpty() && !groups.contains(group));
        try (Admin admin = options.connection().broker()) {
            GroupOffsets offsets = new GroupOffsets(admin);
            return to.isEmpty() ? show(offsets, topics) : move(offsets, topics, Instant.parse(to));
        }
    }

    private int show(GroupOffsets offsets, Map<String, List<String>> topics)
            throws ExecutionException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean lost = false;
        out.printf("%-24s %-32s %10s %10s%n", "group", "topic", "lag", "lost");
        for (Map.Entry<String, List<String>> group : topics.entrySet()) {
            for (GroupOffsets.Position each : offsets.positions(group.getKey(), group.getValue())) {
                out.printf("%-24s %-32s %10d %10d%n", each.group(), each.topic(), each.lag(), each.lost());
                lost |= each.lost() > 0;
            }
        }
        return lost ? ExitCodes.DIFFERENCES : ExitCodes.DONE;
    }

    private int move(GroupOffsets offsets, Map<String, List<String>> topics, Instant moment)
            throws ExecutionException, InterruptedException {
        for (Map.Entry<String, List<String>> group : topics.entrySet()) {
            Map<TopicPartition, Long> positions = offsets.at(group.getValue(), moment);
            new TreeMap<>(positions.entrySet().stream()
                            .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)))
                    .forEach((partition, offset) ->
                            spec.commandLine().getOut().println(group.getKey() + " " + partition + " to " + offset));
            if (!options.isPlan()) {
                try {
                    offsets.move(group.getKey(), positions);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof UnknownMemberIdException) {
                        throw new AdminException(
                                "The group " + group.getKey() + " has members; stop its service first.", e);
                    }
                    throw e;
                }
            }
        }
        return ExitCodes.DONE;
    }
}
