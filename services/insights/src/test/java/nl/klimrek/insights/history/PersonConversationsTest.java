package nl.klimrek.insights.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.klimrek.contracts.conversations.ConversationType;
import org.junit.jupiter.api.Test;

class PersonConversationsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_held_conversation_has_its_type_whichever_event_comes_first() {
        PersonConversations inOrder =
                PersonConversations.NONE.planned("c", ConversationType.CAREER).held("c", NOON);
        PersonConversations late = PersonConversations.NONE.held("c", NOON).planned("c", ConversationType.CAREER);
        assertThat(late).isEqualTo(inOrder);
        assertThat(late.heldTypes(NOON, NOON)).containsExactly(ConversationType.CAREER);
    }

    @Test
    void applying_an_event_again_changes_nothing() {
        PersonConversations once =
                PersonConversations.NONE.planned("c", ConversationType.CAREER).held("c", NOON);
        assertThat(once.held("c", NOON)).isEqualTo(once);
        assertThat(once.planned("c", ConversationType.CAREER)).isEqualTo(once);
    }

    @Test
    void a_cancelled_conversation_leaves_no_trace() {
        assertThat(PersonConversations.NONE
                        .planned("c", ConversationType.CAREER)
                        .cancelled("c"))
                .isEqualTo(PersonConversations.NONE);
    }

    @Test
    void the_period_includes_both_of_its_ends() {
        PersonConversations known = PersonConversations.NONE
                .planned("first", ConversationType.CAREER)
                .held("first", NOON)
                .planned("last", ConversationType.CHECK_IN)
                .held("last", NOON.plusSeconds(60));
        assertThat(known.heldTypes(NOON, NOON.plusSeconds(60)))
                .containsExactlyInAnyOrder(ConversationType.CAREER, ConversationType.CHECK_IN);
        assertThat(known.heldTypes(NOON.plusSeconds(1), NOON.plusSeconds(59))).isEmpty();
    }

    @Test
    void a_type_newer_than_this_code_counts_as_no_type() {
        assertThat(PersonConversations.NONE.planned("c", null).held("c", NOON).heldTypes(NOON, NOON))
                .isEmpty();
    }
}
