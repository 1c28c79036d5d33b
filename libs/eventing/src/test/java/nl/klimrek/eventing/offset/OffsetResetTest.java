package nl.klimrek.eventing.offset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetResetTest {

    @Test
    void a_committed_offset_within_the_log_is_kept() {
        assertThat(OffsetReset.of(3, 3, 9)).isNull();
        assertThat(OffsetReset.of(9, 3, 9)).isNull();
    }

    @Test
    void a_group_without_an_offset_is_new_unless_older_records_are_gone() {
        assertThat(OffsetReset.of(-1, 0, 9)).isEqualTo(OffsetReset.NEW);
        assertThat(OffsetReset.of(-1, 3, 9)).isEqualTo(OffsetReset.INCOMPLETE);
    }

    @Test
    void an_offset_outside_the_log_is_an_alarm() {
        assertThat(OffsetReset.of(2, 3, 9)).isEqualTo(OffsetReset.DELETED);
        assertThat(OffsetReset.of(10, 3, 9)).isEqualTo(OffsetReset.TRUNCATED);
        assertThat(OffsetReset.DELETED.isAlarm()).isTrue();
        assertThat(OffsetReset.NEW.isAlarm()).isFalse();
    }
}
