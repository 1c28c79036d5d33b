package nl.klimrek.insights.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.insights.history.PersonConversations;
import org.junit.jupiter.api.Test;

class CoverageReportTest {

    private static final int MINIMUM = 5;

    @Test
    void a_team_of_enough_people_has_a_figure() {
        CoverageReport coverage = CoverageReport.of(12, MINIMUM, List.of(team("a", 6, 2), team("b", 7, 7)));
        assertThat(coverage.hidden()).isEmpty();
        assertThat(coverage.teams())
                .extracting(t -> t.figure().withConversation())
                .containsExactly(2, 7);
        assertThat(coverage.total().people()).isEqualTo(13);
        assertThat(coverage.total().byType()).containsEntry(ConversationType.CHECK_IN, 9);
    }

    @Test
    void a_small_team_cannot_be_computed_from_the_total() {
        CoverageReport coverage =
                CoverageReport.of(12, MINIMUM, List.of(team("big", 9, 3), team("mid", 6, 2), team("small", 2, 1)));
        assertThat(coverage.hidden()).containsExactly("mid", "small");
        assertThat(coverage.teams()).extracting(CoverageReport.TeamFigure::team).containsExactly("big");
    }

    @Test
    void an_organisation_with_too_few_people_has_no_figure() {
        CoverageReport coverage = CoverageReport.of(12, MINIMUM, List.of(team("a", 2, 1), team("b", 2, 0)));
        assertThat(coverage.total()).isNull();
        assertThat(coverage.teams()).isEmpty();
    }

    @Test
    void no_figure_and_no_difference_is_about_too_few_people_at_any_size() {
        long seed = Long.getLong("klimrek.seed", 20261122L);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<CoverageGroup> groups = new ArrayList<>();
            for (int t = 0; t < random.nextInt(8); t++) {
                groups.add(team("t" + t, random.nextInt(12), 0));
            }
            CoverageReport coverage = CoverageReport.of(12, MINIMUM, groups);
            int shown =
                    coverage.teams().stream().mapToInt(t -> t.figure().people()).sum();
            assertThat(coverage.teams())
                    .as("seed %d", seed)
                    .allMatch(t -> t.figure().people() >= MINIMUM);
            if (coverage.total() != null) {
                assertThat(coverage.total().people()).isGreaterThanOrEqualTo(MINIMUM);
                assertThat(coverage.total().people() - shown)
                        .as("seed %d", seed)
                        .satisfiesAnyOf(
                                rest -> assertThat(rest).isZero(),
                                rest -> assertThat(rest).isGreaterThanOrEqualTo(MINIMUM));
            }
        }
    }

    @Test
    void only_conversations_held_in_the_period_count() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        PersonConversations talks = PersonConversations.NONE
                .planned("old", ConversationType.DEVELOPMENT)
                .held("old", now.minusSeconds(1_000_000))
                .planned("new", ConversationType.CHECK_IN)
                .held("new", now.minusSeconds(10))
                .planned("coming", ConversationType.CAREER)
                .planned("off", ConversationType.EXIT)
                .held("off", now)
                .cancelled("off");
        assertThat(talks.heldTypes(now.minusSeconds(1_000), now)).containsExactly(ConversationType.CHECK_IN);
    }

    private static CoverageGroup team(String code, int people, int talked) {
        return new CoverageGroup(
                code,
                IntStream.range(0, people)
                        .mapToObj(i -> i < talked ? Set.of(ConversationType.CHECK_IN) : Set.<ConversationType>of())
                        .toList());
    }
}
