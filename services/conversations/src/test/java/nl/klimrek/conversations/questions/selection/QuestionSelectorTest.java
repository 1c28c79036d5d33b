package nl.klimrek.conversations.questions.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.Question;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.QuestionTags.Aspect;
import nl.klimrek.conversations.questions.QuestionTags.Mode;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.conversations.questions.SelectionReason;
import org.junit.jupiter.api.Test;

class QuestionSelectorTest {

    private static final int MANY = 50;

    private final QuestionBank bank = QuestionBankRepository.read();

    @Test
    void each_side_of_every_type_gets_three_to_seven_questions_with_one_for_the_heart_and_a_reason_for_each() {
        for (ConversationType type : ConversationType.values()) {
            for (Side side : Side.values()) {
                for (int i = 0; i < MANY; i++) {
                    Questionnaire sheet = sheet(wish(type, side, "c-" + i, null, ConversationHistory.NONE));
                    assertThat(questions(sheet))
                            .as("%s %s", type, side)
                            .hasSizeBetween(3, 7)
                            .doesNotHaveDuplicates()
                            .anyMatch(one -> one.aspect() == Aspect.HEART)
                            .allMatch(one -> one.fits(type, side));
                    assertThat(sheet.picked()).allMatch(one -> one.why() != null);
                }
            }
        }
    }

    @Test
    void a_set_looks_both_ways_and_builds_on_strengths() {
        for (int i = 0; i < MANY; i++) {
            List<Question> set = questions(
                    sheet(wish(ConversationType.DEVELOPMENT, Side.EMPLOYEE, "c-" + i, null, ConversationHistory.NONE)));
            assertThat(set).extracting(Question::horizon).contains(Horizon.NOW, Horizon.FUTURE);
            assertThat(set).extracting(Question::approach).contains(Approach.AMPLITIVE);
            assertThat(set).extracting(Question::mode).contains(Mode.OPEN, Mode.STRUCTURED);
        }
    }

    @Test
    void the_same_conversation_always_gets_the_same_sheet_and_others_differ() {
        QuestionSelectionCriteria wish =
                wish(ConversationType.CAREER, Side.EMPLOYEE, "c-1", null, ConversationHistory.NONE);
        assertThat(sheet(wish)).isEqualTo(sheet(wish));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> sheet(
                                wish(ConversationType.CAREER, Side.EMPLOYEE, "c-" + i, null, ConversationHistory.NONE)))
                        .distinct()
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void both_sides_think_about_some_of_the_same_things() {
        for (int i = 0; i < MANY; i++) {
            Set<String> shared = new HashSet<>(ids(sheet(
                    wish(ConversationType.DEVELOPMENT, Side.EMPLOYEE, "c-" + i, null, ConversationHistory.NONE))));
            shared.retainAll(ids(sheet(
                    wish(ConversationType.DEVELOPMENT, Side.COUNTERPART, "c-" + i, null, ConversationHistory.NONE))));
            assertThat(shared).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void who_talked_only_about_repairing_now_gets_what_was_lacking_and_is_told_so() {
        Orientation repairing = new Orientation(Approach.CURATIVE, Horizon.NOW, Perspective.WORK);
        ConversationHistory history = new ConversationHistory(List.of(repairing, repairing));
        long told = 0;
        for (int i = 0; i < MANY; i++) {
            Questionnaire sheet = sheet(wish(ConversationType.CHECK_IN, Side.COUNTERPART, "c-" + i, null, history));
            assertThat(questions(sheet))
                    .anyMatch(one -> one.approach() == Approach.AMPLITIVE)
                    .anyMatch(one -> one.horizon() == Horizon.FUTURE);
            told += sheet.picked().stream()
                    .filter(one -> one.why() == SelectionReason.HISTORY)
                    .peek(one -> assertThat(one.tag()).isIn("AMPLITIVE", "FUTURE"))
                    .count();
        }
        assertThat(told).isGreaterThan(MANY / 2);
    }

    @Test
    void talks_that_had_everything_lack_nothing() {
        ConversationHistory rich = new ConversationHistory(List.of(
                new Orientation(Approach.AMPLITIVE, Horizon.FUTURE, Perspective.PERSON),
                new Orientation(Approach.PREVENTIVE, Horizon.NOW, Perspective.CONNECTED),
                new Orientation(Approach.AMPLITIVE, Horizon.NOW, Perspective.WORK)));
        assertThat(rich.lacking()).extracting(Enum::name).containsExactly("SOCIETY");
        assertThat(ConversationHistory.NONE.lacking()).isEmpty();
        assertThat(new ConversationHistory(List.of(new Orientation(null, null, null))).lacking())
                .isEmpty();
    }

    @Test
    void who_likes_structured_questions_gets_mostly_those() {
        for (Mode mode : Mode.values()) {
            for (int i = 0; i < MANY; i++) {
                List<Question> set = questions(
                        sheet(wish(ConversationType.CAREER, Side.EMPLOYEE, "c-" + i, mode, ConversationHistory.NONE)));
                assertThat(set.stream().filter(one -> one.mode() == mode).count() * 2)
                        .isGreaterThan(set.size());
            }
        }
    }

    @Test
    void swapping_goes_on_until_the_bank_has_no_other_and_never_loses_the_heart() {
        QuestionSelectionCriteria wish =
                wish(ConversationType.CHECK_IN, Side.COUNTERPART, "c-1", null, ConversationHistory.NONE);
        Questionnaire sheet = sheet(wish);
        Set<String> seen = new HashSet<>(ids(sheet));
        int swaps = 0;
        Optional<SelectedQuestion> next =
                QuestionSelector.other(bank, wish, sheet, sheet.picked().get(0).question());
        while (next.isPresent()) {
            assertThat(seen.add(next.get().question())).isTrue();
            assertThat(next.get().why()).isEqualTo(SelectionReason.SWAPPED);
            Set<String> out = new HashSet<>(sheet.swappedOut());
            out.add(sheet.picked().get(0).question());
            List<SelectedQuestion> rest =
                    List.of(next.get(), sheet.picked().get(1), sheet.picked().get(2));
            sheet = new Questionnaire(sheet.template(), rest, out);
            assertThat(questions(sheet)).anyMatch(one -> one.aspect() == Aspect.HEART);
            next = QuestionSelector.other(
                    bank, wish, sheet, sheet.picked().get(0).question());
            swaps++;
        }
        assertThat(swaps).isGreaterThanOrEqualTo(3);
    }

    private Questionnaire sheet(QuestionSelectionCriteria wish) {
        return QuestionSelector.sheet(bank, wish);
    }

    private static QuestionSelectionCriteria wish(
            ConversationType type, Side side, String conversation, Mode mode, ConversationHistory history) {
        return new QuestionSelectionCriteria(type, side, conversation, null, mode, history);
    }

    private static List<String> ids(Questionnaire sheet) {
        return sheet.picked().stream().map(SelectedQuestion::question).toList();
    }

    private List<Question> questions(Questionnaire sheet) {
        return sheet.picked().stream()
                .map(one -> bank.find(one.question(), one.version()).orElseThrow())
                .toList();
    }
}
