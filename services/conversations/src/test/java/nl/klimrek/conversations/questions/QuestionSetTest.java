package nl.klimrek.conversations.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.conversations.dialogue.Balance;
import org.junit.jupiter.api.Test;

class QuestionSetTest {

    private final QuestionBank bank = KnownQuestions.read();

    @Test
    void every_type_of_conversation_gets_three_to_seven_questions_with_one_for_the_heart() {
        for (ConversationType type : ConversationType.values()) {
            if (type == ConversationType.ASSESSMENT) {
                continue;
            }
            for (int i = 0; i < 50; i++) {
                QuestionSet set = QuestionSet.of(bank, type, "c-" + i);
                assertThat(set.questions()).as("%s", type).hasSizeBetween(3, 7).doesNotHaveDuplicates()
                        .anyMatch(question -> question.aspect() == Tags.Aspect.HEART)
                        .allMatch(question -> question.types().contains(type));
            }
        }
    }

    @Test
    void a_set_looks_both_ways_and_builds_on_strengths() {
        for (int i = 0; i < 50; i++) {
            List<Question> set = QuestionSet.of(bank, ConversationType.DEVELOPMENT, "c-" + i).questions();
            assertThat(set).extracting(Question::horizon).contains(Horizon.NOW, Horizon.FUTURE);
            assertThat(set).extracting(Question::approach).contains(Approach.AMPLITIVE);
            assertThat(set).extracting(Question::mode).contains(Tags.Mode.OPEN, Tags.Mode.STRUCTURED);
        }
    }

    @Test
    void the_same_conversation_always_gets_the_same_set_and_others_differ() {
        assertThat(QuestionSet.of(bank, ConversationType.CAREER, "c-1")).isEqualTo(QuestionSet.of(bank, ConversationType.CAREER, "c-1"));
        assertThat(IntStream.range(0, 20).mapToObj(i -> QuestionSet.of(bank, ConversationType.CAREER, "c-" + i)).distinct().count())
                .isGreaterThan(3);
    }

    @Test
    void every_tag_is_asked_about_somewhere() {
        assertThat(bank.questions()).extracting(Question::factor).contains(Tags.Factor.values());
        assertThat(bank.questions()).extracting(Question::competence).contains(Tags.Competence.values());
        assertThat(bank.questions()).extracting(Question::aspect).contains(Tags.Aspect.values());
        assertThat(bank.questions()).extracting(Question::perspective).contains(Perspective.values());
        assertThat(bank.questions()).allMatch(question -> !question.nl().equals(question.en()));
    }

    @Test
    void what_most_questions_say_is_what_it_was_about_and_a_tie_counts_for_the_further_reaching() {
        assertThat(balance("energy", "five-years", "better")).isEqualTo(
                new Balance(Approach.AMPLITIVE, Horizon.NOW, Perspective.PERSON));
        assertThat(balance("better", "my-trust")).isEqualTo(
                new Balance(Approach.AMPLITIVE, Horizon.FUTURE, Perspective.CONNECTED));
        assertThat(balance()).isEqualTo(new Balance(null, null, null));
    }

    private Balance balance(String... ids) {
        return Derived.from(Arrays.stream(ids).map(id -> bank.find(id).orElseThrow()).toList());
    }
}
