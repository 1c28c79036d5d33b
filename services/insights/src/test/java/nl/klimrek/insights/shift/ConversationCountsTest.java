package nl.klimrek.insights.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.insights.history.PersonConversations;
import org.junit.jupiter.api.Test;

class ConversationCountsTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private PersonConversations known = PersonConversations.NONE;

    @Test
    void an_assessment_counts_apart_from_all_other_types() {
        held("a", ConversationType.ASSESSMENT, "2026-05-03T09:00:00Z");
        held("b", ConversationType.CHECK_IN, "2026-05-04T09:00:00Z");
        held("c", ConversationType.CAREER, "2026-05-05T09:00:00Z");
        assertThat(ConversationCounts.of(known, MAY)).isEqualTo(new ConversationCounts(1, 2));
    }

    @Test
    void a_month_begins_and_ends_at_midnight_in_utc() {
        held("before", ConversationType.CHECK_IN, "2026-04-30T23:59:59Z");
        held("first", ConversationType.CHECK_IN, "2026-05-01T00:00:00Z");
        held("last", ConversationType.CHECK_IN, "2026-05-31T23:59:59Z");
        held("after", ConversationType.CHECK_IN, "2026-06-01T00:00:00Z");
        assertThat(ConversationCounts.of(known, MAY)).isEqualTo(new ConversationCounts(0, 2));
    }

    @Test
    void a_conversation_counts_once_it_was_held() {
        known = known.planned("planned", ConversationType.CHECK_IN);
        assertThat(ConversationCounts.of(known, MAY)).isEqualTo(new ConversationCounts(0, 0));
    }

    @Test
    void a_conversation_of_a_newer_type_counts_as_a_dialogue() {
        held("new", null, "2026-05-03T09:00:00Z");
        assertThat(ConversationCounts.of(known, MAY)).isEqualTo(new ConversationCounts(0, 1));
    }

    private void held(String conversation, ConversationType type, String at) {
        known = known.planned(conversation, type).held(conversation, Instant.parse(at));
    }
}
