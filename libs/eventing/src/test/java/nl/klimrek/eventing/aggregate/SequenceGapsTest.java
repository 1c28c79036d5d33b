package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.aggregate.SequenceGaps.Answer;
import org.junit.jupiter.api.Test;

class SequenceGapsTest {

    @Test
    void it_knows_of_every_number_whether_it_was_taken_and_never_says_so_wrongly() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        Random random = new Random(seed);
        for (int history = 0; history < 300; history++) {
            Set<Long> taken = new TreeSet<>();
            SequenceGaps missed = SequenceGaps.NONE;
            long highest = 0;
            for (int step = 0; step < 80; step++) {
                long sequence = random.nextInt(4) > 0 || highest == 0
                        ? highest + 1 + random.nextInt(3)
                        : 1 + random.nextInt((int) highest);
                if (sequence <= highest && missed.about(sequence) != Answer.NOT_TAKEN) {
                    continue;
                }
                missed = SequenceGaps.of(missed.after(highest, sequence).stored());
                highest = Math.max(highest, sequence);
                taken.add(sequence);
                check(missed, highest, taken);
            }
        }
    }

    private static void check(SequenceGaps missed, long highest, Set<Long> taken) {
        assertThat(missed.ranges()).hasSizeLessThanOrEqualTo(2 * SequenceGaps.KEPT);
        for (long number = 1; number <= highest; number++) {
            Answer answer = missed.about(number);
            if (answer != Answer.UNKNOWN) {
                assertThat(answer)
                        .as("%s of %s", number, missed)
                        .isEqualTo(taken.contains(number) ? Answer.TAKEN : Answer.NOT_TAKEN);
            }
            assertThat(answer == Answer.UNKNOWN).isEqualTo(number <= missed.unknownUpTo());
        }
    }
}
