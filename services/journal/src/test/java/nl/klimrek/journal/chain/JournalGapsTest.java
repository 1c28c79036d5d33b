package nl.klimrek.journal.chain;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.NOW;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalGapsTest {

    private static final String STREAM = "/klimrek/conversations#c1";

    @Test
    void skipped_numbers_are_missing() {
        JournalGaps gaps = after(1, 2, 6);

        assertThat(gaps.open()).containsExactly(new StreamGap(STREAM, 3, 5, NOW));
        assertThat(gaps.found()).isEqualTo(1);
    }

    @Test
    void a_stream_whose_first_number_is_not_one_misses_its_beginning() {
        assertThat(after(3).open()).containsExactly(new StreamGap(STREAM, 1, 2, NOW));
    }

    @Test
    void a_late_number_closes_its_part_of_the_gap() {
        assertThat(after(1, 6, 4).open())
                .containsExactly(new StreamGap(STREAM, 2, 3, NOW), new StreamGap(STREAM, 5, 5, NOW));
        assertThat(after(1, 6, 4, 2, 3, 5).open()).isEmpty();
        assertThat(after(1, 6, 4, 2, 3, 5).found()).isEqualTo(1);
    }

    @Test
    void a_second_event_with_a_known_number_is_a_conflict() {
        JournalGaps gaps = after(1, 2, 2);

        assertThat(gaps.repeated()).isEqualTo(1);
        assertThat(gaps.conflicts()).containsExactly(new SequenceConflict(STREAM, 2, "e2", NOW));
    }

    @Test
    void a_number_that_closed_a_gap_is_no_conflict() {
        assertThat(after(1, 3, 2).conflicts()).isEmpty();
        assertThat(after(1, 3, 2, 2).conflicts()).hasSize(1);
    }

    @Test
    void only_the_first_conflicts_are_kept_and_all_are_counted() {
        long[] twice = LongStream.concat(
                        LongStream.of(1), LongStream.generate(() -> 1).limit(JournalGaps.MAX_CONFLICTS + 5))
                .toArray();

        assertThat(after(twice).conflicts()).hasSize(JournalGaps.MAX_CONFLICTS);
        assertThat(after(twice).repeated()).isEqualTo(JournalGaps.MAX_CONFLICTS + 5);
    }

    @Test
    void an_event_without_a_number_is_in_no_stream() {
        assertThat(after(1, 2, 0).open()).isEmpty();
        assertThat(after(1, 2, 0).repeated()).isZero();
    }

    @Test
    void a_later_epoch_begins_where_the_restored_service_counts_on() {
        JournalGaps gaps = afterInEpochs(new long[][] {{0, 1}, {0, 2}, {0, 3}, {1, 3}, {1, 4}, {2, 4}});

        assertThat(gaps).isEqualTo(JournalGaps.NONE);
    }

    @Test
    void within_a_later_epoch_skipped_and_repeated_numbers_are_found() {
        JournalGaps gaps = afterInEpochs(new long[][] {{0, 1}, {1, 5}, {1, 8}, {1, 5}});

        assertThat(gaps.open()).containsExactly(new StreamGap(STREAM + "@1", 6, 7, NOW));
        assertThat(gaps.conflicts()).extracting(SequenceConflict::stream).containsExactly(STREAM + "@1");
    }

    @Test
    void a_late_event_of_the_epoch_before_closes_the_gap_there() {
        assertThat(afterInEpochs(new long[][] {{0, 1}, {0, 3}, {1, 3}, {0, 2}}).open())
                .isEmpty();
    }

    @Test
    void more_gaps_than_are_listed_are_counted() {
        List<NewEntry> everySecond = LongStream.rangeClosed(1, JournalGaps.MAX_LISTED + 5)
                .mapToObj(n -> draft("c1", n * 2))
                .toList();

        JournalGaps gaps =
                ChainHead.empty(DEMO).extend(everySecond, Map.of(), NOW).head().gaps();

        assertThat(gaps.open()).hasSize(JournalGaps.MAX_LISTED);
        assertThat(gaps.unlisted()).isEqualTo(5);
    }

    /** In any order of arrival, the missing numbers are those below the highest that did not arrive. */
    @Test
    void exactly_the_numbers_that_did_not_arrive_are_missing_in_any_order() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Long> arriving = IntStream.rangeClosed(1, 30)
                    .filter(n -> random.nextInt(4) > 0)
                    .mapToObj(n -> (long) n)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(arriving, random);
            TreeSet<Long> expected = new TreeSet<>();
            LongStream.rangeClosed(1, Collections.max(arriving))
                    .filter(n -> !arriving.contains(n))
                    .forEach(expected::add);

            JournalGaps gaps = after(arriving.stream().mapToLong(n -> n).toArray());

            TreeSet<Long> missing = new TreeSet<>();
            gaps.open()
                    .forEach(gap -> LongStream.rangeClosed(gap.from(), gap.to()).forEach(missing::add));
            assertThat(missing).as("seed %s", seed).isEqualTo(expected);
            assertThat(gaps.repeated()).as("seed %s", seed).isZero();
        }
    }

    /** One append for each number, as if each arrived in a poll of its own. */
    private static JournalGaps after(long... sequences) {
        ChainHead head = ChainHead.empty(DEMO);
        Map<String, Long> highest = new HashMap<>();
        for (int i = 0; i < sequences.length; i++) {
            head = head.extend(List.of(draft("c1", sequences[i], "e" + i)), highest, NOW)
                    .head();
            highest.merge(STREAM, sequences[i], Math::max);
        }
        return head.gaps();
    }

    /** One append for each pair of epoch and number. */
    private static JournalGaps afterInEpochs(long[][] numbers) {
        ChainHead head = ChainHead.empty(DEMO);
        Map<String, Long> highest = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            NewEntry added = draft("c1", numbers[i][1], "e" + i, numbers[i][0]);
            head = head.extend(List.of(added), highest, NOW).head();
            highest.merge(added.event().stream(), numbers[i][1], Math::max);
        }
        return head.gaps();
    }
}
