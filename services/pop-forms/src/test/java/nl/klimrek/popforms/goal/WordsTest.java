package nl.klimrek.popforms.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void the_same_words_are_the_same_whatever_way_their_accents_and_line_ends_were_typed() {
        GoalText composed = new GoalText("caf\u00e9", "one\ntwo", null, null);
        GoalText decomposed = new GoalText(" cafe\u0301", "one\r\ntwo", " ", null);

        assertThat(decomposed).isEqualTo(composed);
        assertThat(Committed.to(composed).commitment().proves(decomposed.canonical()))
                .isTrue();
    }

    @Test
    void words_can_not_pose_as_another_field() {
        assertThat(new GoalText("a", "b", null, null).canonical())
                .isNotEqualTo(new GoalText("a\n1:b", null, null, null).canonical())
                .isNotEqualTo(new GoalText("a", null, "b", null).canonical());
    }
}
