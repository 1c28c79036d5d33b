package nl.klimrek.conversations.questions.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.SelectionReason;
import nl.klimrek.conversations.questions.selection.TalkOpening.Tip;
import org.junit.jupiter.api.Test;

/** Three questions and one tip to begin a conversation with. */
class TalkOpeningTest {

    private static final SelectedQuestion BALANCE = question("b", SelectionReason.BALANCE, "WORK");
    private static final SelectedQuestion HEART = question("h", SelectionReason.HEART, null);
    private static final SelectedQuestion FUTURE = question("f", SelectionReason.HISTORY, "FUTURE");
    private static final SelectedQuestion STRENGTHS = question("s", SelectionReason.HISTORY, "AMPLITIVE");

    @Test
    void the_three_are_those_that_were_chosen_for_this_pair_before_those_that_only_balance() {
        assertThat(opening(ConversationReason.CADENCE, false, BALANCE, HEART, FUTURE, STRENGTHS)
                        .questions())
                .extracting(SelectedQuestion::question)
                .containsExactly("f", "s", "h");
    }

    @Test
    void a_short_sheet_gives_what_it_has() {
        assertThat(opening(ConversationReason.CADENCE, false, BALANCE).questions())
                .containsExactly(BALANCE);
    }

    @Test
    void what_is_still_open_comes_first() {
        assertThat(opening(ConversationReason.JOINED, true, FUTURE).tip()).isEqualTo(Tip.OPEN_AGREEMENTS);
    }

    @Test
    void each_tip_has_its_reason() {
        assertThat(opening(ConversationReason.MANAGER_CHANGED, false, FUTURE).tip())
                .isEqualTo(Tip.FIRST_TALK);
        assertThat(opening(ConversationReason.JOINED, false, FUTURE).tip()).isEqualTo(Tip.FIRST_TALK);
        assertThat(opening(ConversationReason.CADENCE, false, STRENGTHS, FUTURE).tip())
                .isEqualTo(Tip.LOOK_AHEAD);
        assertThat(opening(ConversationReason.CADENCE, false, STRENGTHS).tip()).isEqualTo(Tip.BUILD_ON_STRENGTHS);
        assertThat(opening(ConversationReason.CADENCE, false, HEART, BALANCE).tip())
                .isEqualTo(Tip.LISTEN);
    }

    private static TalkOpening opening(ConversationReason reason, boolean open, SelectedQuestion... picked) {
        return TalkOpening.of(new Questionnaire("t", Stream.of(picked).toList(), null), reason, open);
    }

    private static SelectedQuestion question(String id, SelectionReason why, String tag) {
        return new SelectedQuestion(id, 1, why, tag);
    }
}
