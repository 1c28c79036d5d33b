package nl.klimrek.insights.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import nl.klimrek.insights.history.MinimumGroup;
import org.junit.jupiter.api.Test;

class ShiftFigureTest {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final MinimumGroup MINIMUM = new MinimumGroup(5);

    @Test
    void a_month_shows_both_kinds_when_each_is_about_enough_people() {
        assertThat(ShiftFigure.of(MAY, people(5, 6, 0), MINIMUM)).isEqualTo(new ShiftFigure(MAY, 11, 5, 6));
        assertThat(ShiftFigure.of(MAY, people(0, 6, 0), MINIMUM)).isEqualTo(new ShiftFigure(MAY, 6, 0, 6));
        assertThat(ShiftFigure.of(MAY, Map.of(), MINIMUM)).isEqualTo(new ShiftFigure(MAY, 0, 0, 0));
    }

    @Test
    void a_kind_about_too_few_people_is_shown_only_in_the_sum() {
        assertThat(ShiftFigure.of(MAY, people(4, 6, 0), MINIMUM)).isEqualTo(new ShiftFigure(MAY, 10, null, null));
        assertThat(ShiftFigure.of(MAY, people(6, 1, 0), MINIMUM)).isEqualTo(new ShiftFigure(MAY, 7, null, null));
        assertThat(ShiftFigure.of(MAY, people(4, 0, 0), MINIMUM)).isEqualTo(new ShiftFigure(MAY, null, null, null));
        assertThat(ShiftFigure.of(MAY, people(2, 0, 5), MINIMUM))
                .as("all but two had both")
                .isEqualTo(new ShiftFigure(MAY, 12, null, null));
    }

    @Test
    void no_figure_and_no_difference_of_figures_is_about_one_to_four_people() {
        for (long seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            int assessed = random.nextInt(9);
            int talked = random.nextInt(9);
            int both = random.nextInt(9);
            ShiftFigure figure = ShiftFigure.of(MAY, people(assessed, talked, both), MINIMUM);
            if (figure.conversations() != null) {
                enough(assessed + talked + both, seed);
            }
            if (figure.assessments() != null) {
                enough(assessed + both, seed);
                enough(talked + both, seed);
                enough(assessed, seed);
                enough(talked, seed);
            }
        }
    }

    private static void enough(int people, long seed) {
        assertThat(people)
                .as("seed %d", seed)
                .satisfiesAnyOf(
                        none -> assertThat(none).isZero(),
                        some -> assertThat(some).isGreaterThanOrEqualTo(MINIMUM.people()));
    }

    private static Map<ConversationCounts, Long> people(int assessed, int talked, int both) {
        Map<ConversationCounts, Long> people = new HashMap<>();
        people.put(new ConversationCounts(1, 0), (long) assessed);
        people.put(new ConversationCounts(0, 1), (long) talked);
        people.put(new ConversationCounts(1, 1), (long) both);
        return people;
    }
}
