package nl.klimrek.eventing.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms when a group comes back after a longer time than its compacted topics keep deletions, also when its store was restored
 * from an old backup: it may still hold what was deleted meanwhile. Counted as {@code klimrek.inbox.deletions.missed} by topic.
 */
final class MissedDeletions {

    private static final Logger LOG = LoggerFactory.getLogger(MissedDeletions.class);
    private static final long TIMEOUT_MILLIS = 5_000;

    private final Admin admin;
    private final String group;
    private final MeterRegistry meters;

    MissedDeletions(Admin admin, String group, MeterRegistry meters) {
        this.admin = admin;
        this.group = group;
        this.meters = meters;
    }

    /** Whether deletions may be gone that a group, which last noted its positions then, has not read. */
    static boolean arePossible(@Nullable Instant lastNoted, Instant now, Duration deletionsKept) {
        return lastNoted != null && lastNoted.plus(deletionsKept).isBefore(now);
    }

    /** Looks at these topics once, before the group notes its positions again. */
    void check(Set<String> topics, @Nullable Instant lastNoted, Instant now)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<ConfigResource, Config> configs = admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .collect(Collectors.toSet()))
                .all()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        configs.forEach((topic, config) -> {
            Duration kept = Duration.ofMillis(Long.parseLong(value(config, TopicConfig.DELETE_RETENTION_MS_CONFIG)));
            if (value(config, TopicConfig.CLEANUP_POLICY_CONFIG).contains(TopicConfig.CLEANUP_POLICY_COMPACT)
                    && arePossible(lastNoted, now, kept)) {
                meters.counter("klimrek.inbox.deletions.missed", "group", group, "topic", topic.name())
                        .increment();
                LOG.error(
                        "Group {} was away since {}: deletions of {} are kept for {} only, so it may hold what was deleted",
                        group,
                        lastNoted,
                        topic.name(),
                        kept);
            }
        });
    }

    private static String value(Config config, String name) {
        return config.get(name).value();
    }
}
