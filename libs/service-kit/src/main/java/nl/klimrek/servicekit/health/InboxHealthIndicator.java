package nl.klimrek.servicekit.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Whether events have their effect: {@code inbox-stopped} when nobody listens, {@code inbox-stuck} when records wait on a
 * partition of this instance and none was handled for longer than the bound, {@code inbox-unassigned} when that is so while
 * this instance was given no partition at all. One that stands by while others do the work is well.
 */
final class InboxHealthIndicator implements HealthIndicator {
    private final ConcurrentMessageListenerContainer<byte[], byte[]> inbox;
    private final ConsumerProgress progress;
    private final Clock clock;
    private final Duration bound;

    InboxHealthIndicator(
            ConcurrentMessageListenerContainer<byte[], byte[]> inbox,
            ConsumerProgress progress,
            Clock clock,
            Duration bound) {
        this.inbox = inbox;
        this.progress = progress;
        this.clock = clock;
        this.bound = bound;
    }

    @Override
    public Health health() {
        if (!inbox.isRunning() || !inbox.isInExpectedState()) {
            return HealthReason.down("inbox-stopped");
        }
        Set<TopicPartition> still = progress.stalled(bound, clock.instant());
        Collection<TopicPartition> ours = inbox.getAssignedPartitions();
        if (ours == null || ours.isEmpty()) {
            return still.isEmpty() ? Health.up().build() : HealthReason.down("inbox-unassigned");
        }
        return Collections.disjoint(still, ours) ? Health.up().build() : HealthReason.down("inbox-stuck");
    }
}
