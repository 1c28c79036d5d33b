package nl.klimrek.insights.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;
import org.junit.jupiter.api.Test;

class CoverageFigureTest {
    @Test
    void a_person_counts_once_in_total_and_once_per_type() {
        CoverageFigure figure = CoverageFigure.of(List.of(
                Set.of(ConversationType.CHECK_IN, ConversationType.CAREER),
                Set.of(ConversationType.CHECK_IN),
                Set.of()));
        assertThat(figure)
                .isEqualTo(new CoverageFigure(3, 2, Map.of(ConversationType.CHECK_IN, 2, ConversationType.CAREER, 1)));
    }

    @Test
    void a_type_without_conversations_is_left_out() {
        assertThat(CoverageFigure.of(List.of(Set.of())).byType()).isEmpty();
    }
}
