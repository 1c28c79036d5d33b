package nl.klimrek.eventing.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.marker.SequenceGaps.Status;
import org.junit.jupiter.api.Test;

class SequenceGapsTest {

    @Test
    void every_number_is_reported_as_applied_not_applied_or_unknown_correctly() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        Random random = new Random(seed);
        for (int history = 0; history < 300; history++) {
            Set<Long> applied = new TreeSet<>();
            SequenceGaps gaps = SequenceGaps.NONE;
            long highest = 0;
            for (int step = 0; step < 80; step++) {
                long sequence = random.nextInt(4) > 0 || highest == 0
                        ? highest + 1 + random.nextInt(3)
                        : 1 + random.nextInt((int) highest);
                if (sequence <= highest && gaps.statusOf(sequence) != Status.NOT_APPLIED) {
                    continue;
                }
                gaps = SequenceGaps.fromList(
                        gaps.afterApplying(highest, sequence).toList());
                highest = Math.max(highest, sequence);
                applied.add(sequence);
                check(gaps, highest, applied);
            }
        }
    }

    private static void check(SequenceGaps gaps, long highest, Set<Long> applied) {
        assertThat(gaps.ranges()).hasSizeLessThanOrEqualTo(2 * SequenceGaps.MAX_RANGES);
        for (long number = 1; number <= highest; number++) {
            Status status = gaps.statusOf(number);
            if (status != Status.UNKNOWN) {
                assertThat(status)
                        .as("%s of %s", number, gaps)
                        .isEqualTo(applied.contains(number) ? Status.APPLIED : Status.NOT_APPLIED);
            }
            assertThat(status == Status.UNKNOWN).isEqualTo(number <= gaps.unknownUpTo());
        }
    }
}
