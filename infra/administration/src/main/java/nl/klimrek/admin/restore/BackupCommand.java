package nl.klimrek.admin.restore;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.broker.GroupOffsets;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Checks whether backups of the stores from a moment can still be restored. A restored service reads again what was
 * published since, so each topic it reads must still hold every record from that moment on.
 */
@Command(
        name = "backup",
        description = "Checks whether store backups from a moment can still catch up from the topics.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Option(names = "--check", required = true, description = "check; taking a backup is the store's own tool's work")
    private boolean unusedCheck;

    @Option(
            names = "--taken",
            paramLabel = "TIME",
            required = true,
            description = "moment of the oldest backup, as 2026-11-30T09:00:00Z")
    private String taken = "";

    @Override
    public Integer call() throws Exception {
        Instant moment = RestoreCommand.moment(taken);
        List<String> gaps = new ArrayList<>();
        try (Admin admin = options.connection().broker()) {
            for (TopicDefinition topic : TopicDefinition.all()) {
                gaps.addAll(gaps(new GroupOffsets(admin), topic, moment));
            }
        }
        var out = spec.commandLine().getOut();
        if (gaps.isEmpty()) {
            out.println("Every topic holds all records since " + moment + ".");
            return ExitCodes.DONE;
        }
        gaps.forEach(out::println);
        return ExitCodes.DIFFERENCES;
    }

    /** Partitions whose deleted records may be younger than the moment. */
    private List<String> gaps(GroupOffsets offsets, TopicDefinition topic, Instant moment)
            throws ExecutionException, InterruptedException {
        if (topic.compacted()) {
            Instant oldest = CompactedTopics.oldestDeletion(topic, clock.instant());
            return moment.isBefore(oldest)
                    ? List.of(topic.name() + " has no deletions from before " + oldest + "; readers " + topic.readers()
                            + " would keep what was deleted.")
                    : List.of();
        }
        List<String> gaps = new ArrayList<>();
        Map<TopicPartition, Long> first = offsets.offsets(List.of(topic.name()), OffsetSpec.earliest());
        Map<TopicPartition, Long> since = offsets.at(List.of(topic.name()), moment);
        first.forEach((partition, start) -> {
            if (start > 0 && since.getOrDefault(partition, start) <= start) {
                gaps.add(partition + " begins at offset " + start + ", after " + moment + "; readers " + topic.readers()
                        + " would miss records.");
            }
        });
        return gaps;
    }
}
