package nl.klimrek.conversations.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.QuestionTags.Aspect;
import nl.klimrek.conversations.questions.QuestionTags.Audience;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.conversations.questions.selection.OrientationRule;
import org.junit.jupiter.api.Test;

/** What Klimrek brings: enough of everything, in both languages. */
class QuestionBankTest {

    private final QuestionBank bank = QuestionBankRepository.read();
    private final Collection<Question> all = bank.current();

    @Test
    void there_are_at_least_eighty_questions_each_in_words_of_its_own_in_both_languages() {
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(80)
                .allMatch(one ->
                        !one.nl().isBlank() && !one.en().isBlank() && !one.nl().equals(one.en()));
        assertThat(all).extracting(Question::nl).doesNotHaveDuplicates();
        assertThat(all).extracting(Question::en).doesNotHaveDuplicates();
    }

    @Test
    void a_question_that_changed_is_asked_in_its_newest_words_and_was_answered_in_its_old_ones() {
        assertThat(all).noneMatch(one -> one.en().contains("can not"));
        for (String id : List.of("learn-next", "team-goal")) {
            assertThat(bank.find(id).orElseThrow().version()).isEqualTo(2);
            assertThat(bank.find(id, 1).orElseThrow().en()).contains("can not");
        }
    }

    @Test
    void every_tag_is_well_covered() {
        assertCovered(Question::factor, QuestionTags.Factor.values(), 15);
        assertCovered(Question::competence, QuestionTags.Competence.values(), 12);
        assertCovered(Question::approach, Approach.values(), 14);
        assertCovered(Question::horizon, Horizon.values(), 40);
        assertCovered(Question::perspective, Perspective.values(), 10);
        assertCovered(Question::aspect, Aspect.values(), 10);
        assertCovered(Question::mode, QuestionTags.Mode.values(), 40);
        assertCovered(Question::audience, Audience.values(), 15);
    }

    @Test
    void it_builds_more_than_it_repairs() {
        Map<Approach, Long> counts =
                all.stream().collect(Collectors.groupingBy(Question::approach, Collectors.counting()));
        assertThat(counts.get(Approach.AMPLITIVE)).isGreaterThan(2 * counts.get(Approach.CURATIVE));
    }

    @Test
    void every_factor_is_asked_of_the_employee_and_mirrored_by_a_duty_of_the_employer() {
        assertThat(bank.mirrors()).extracting(FactorMirror::factor).containsExactly(QuestionTags.Factor.values());
        for (FactorMirror mirror : bank.mirrors()) {
            Question statement = bank.find(mirror.statement()).orElseThrow();
            Question duty = bank.find(mirror.duty()).orElseThrow();
            assertThat(List.of(statement, duty)).extracting(Question::factor).containsOnly(mirror.factor());
            assertThat(statement.audience()).isEqualTo(Audience.EMPLOYEE);
            assertThat(duty.audience()).isEqualTo(Audience.COUNTERPART);
        }
        assertThat(Arrays.stream(QuestionTags.Factor.values()).map(QuestionTags.Factor::duty))
                .containsExactly(QuestionTags.Duty.values());
    }

    @Test
    void every_type_of_conversation_has_a_choice_for_each_side_with_more_than_one_for_the_heart() {
        for (ConversationType type : ConversationType.values()) {
            for (Side side : Side.values()) {
                List<Question> fitting =
                        all.stream().filter(one -> one.fits(type, side)).toList();
                assertThat(fitting).as("%s %s", type, side).hasSizeGreaterThanOrEqualTo(8);
                assertThat(fitting)
                        .as("%s %s", type, side)
                        .filteredOn(one -> one.aspect() == Aspect.HEART)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void the_review_asks_what_goes_well_what_could_be_better_what_we_stop_and_what_we_keep() {
        for (String id : List.of("review-well", "review-better", "review-stop", "review-keep")) {
            assertThat(bank.find(id).orElseThrow().types())
                    .contains(ConversationType.CHECK_IN, ConversationType.TEAM_DIALOGUE);
        }
    }

    @Test
    void what_most_questions_say_is_what_it_was_about_and_a_tie_counts_for_the_further_reaching() {
        assertThat(balance("energy", "five-years", "better"))
                .isEqualTo(new Orientation(Approach.AMPLITIVE, Horizon.NOW, Perspective.PERSON));
        assertThat(balance("better", "my-trust"))
                .isEqualTo(new Orientation(Approach.AMPLITIVE, Horizon.FUTURE, Perspective.CONNECTED));
        assertThat(balance()).isEqualTo(new Orientation(null, null, null));
    }

    private Orientation balance(String... ids) {
        return OrientationRule.from(
                Arrays.stream(ids).map(id -> bank.find(id).orElseThrow()).toList());
    }

    private <E> void assertCovered(Function<Question, E> tag, E[] values, long fewest) {
        Map<E, Long> counts = all.stream().collect(Collectors.groupingBy(tag, Collectors.counting()));
        for (E value : values) {
            assertThat(counts.getOrDefault(value, 0L)).as("%s", value).isGreaterThanOrEqualTo(fewest);
        }
    }
}
