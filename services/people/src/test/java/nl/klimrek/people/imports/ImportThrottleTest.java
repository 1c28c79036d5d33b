package nl.klimrek.people.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import nl.klimrek.people.imports.ImportThrottle.Progress;
import org.junit.jupiter.api.Test;

/** How fast a reader reads, and when it does not read at all. */
class ImportThrottleTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void the_pace_follows_what_was_read_lately() {
        Progress progress = Progress.NONE.at(1_000, SECOND);
        for (int second = 2; second <= 20; second++) {
            progress = progress.at(1_000 + 500L * second, second * SECOND);
        }
        assertThat(progress.perSecond()).isCloseTo(500, within(5.0));
        for (int second = 21; second <= 40; second++) {
            progress = progress.at(progress.position() + 50, second * SECOND);
        }
        assertThat(progress.perSecond()).isCloseTo(50, within(5.0));
        assertThat(progress.isStalled()).isFalse();
    }

    @Test
    void a_reader_that_is_down_holds_up_no_import() {
        Progress progress = Progress.NONE.at(1_000, SECOND).at(1_100, 2 * SECOND);
        assertThat(progress.at(1_100, 31 * SECOND).isStalled()).isFalse();
        assertThat(progress.at(1_100, 33 * SECOND).isStalled()).isTrue();
        assertThat(progress.at(1_100, 33 * SECOND).at(1_101, 34 * SECOND).isStalled())
                .isFalse();
    }
}
