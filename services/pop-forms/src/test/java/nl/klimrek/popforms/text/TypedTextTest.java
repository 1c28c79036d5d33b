package nl.klimrek.popforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.popforms.goal.GoalText;
import org.junit.jupiter.api.Test;

class TypedTextTest {

    @Test
    void equal_text_is_equal_however_its_accents_and_line_ends_were_typed() {
        GoalText composed = GoalText.of("caf\u00e9", "one\ntwo", null, null);
        GoalText decomposed = GoalText.of(" cafe\u0301", "one\r\ntwo", " ", null);

        assertThat(decomposed).isEqualTo(composed);
        assertThat(CommittedText.of(composed).commitment().proves(decomposed.canonical()))
                .isTrue();
    }

    @Test
    void text_of_one_field_cannot_pass_for_another_field() {
        assertThat(GoalText.of("a", "b", null, null).canonical())
                .isNotEqualTo(GoalText.of("a\n1:b", null, null, null).canonical())
                .isNotEqualTo(GoalText.of("a", null, "b", null).canonical());
    }
}
