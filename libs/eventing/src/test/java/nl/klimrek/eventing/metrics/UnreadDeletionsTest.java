package nl.klimrek.eventing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UnreadDeletionsTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    private final UnreadDeletions deletions = new UnreadDeletions();

    @Test
    void the_gap_between_the_committed_offset_and_the_log_is_counted_once() {
        assertThat(deletions.count(PARTITION, 10L, 25)).isEqualTo(15);
        assertThat(deletions.count(PARTITION, 10L, 25)).isZero();
        assertThat(deletions.count(PARTITION, 10L, 27)).isEqualTo(2);
    }

    @Test
    void a_group_that_is_ahead_of_the_deletion_or_never_began_lost_nothing() {
        assertThat(deletions.count(PARTITION, 25L, 25)).isZero();
        assertThat(deletions.count(PARTITION, null, 25)).isZero();
    }
}
