package nl.klimrek.conversations.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.FeedbackKind;
import nl.klimrek.contracts.conversations.FeedbackShared;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final Feedback asked = state(asking("What do I do well?", "What may I try?"));
    private final Feedback given = state(asked.give(FeedbackTexts.of(List.of("You listen", "Speak earlier"))));

    @Test
    void a_colleague_answers_every_question_once() {
        assertThat(refusal(asked.give(FeedbackTexts.of(List.of("You listen"))))).isEqualTo("feedback-answers-differ");
        assertThat(given.status()).isEqualTo(FeedbackStatus.GIVEN);
        assertThat(refusal(given.give(FeedbackTexts.of(List.of("Again", "Again")))))
                .isEqualTo("feedback-step-not-possible");
    }

    @Test
    void a_figure_alone_is_no_feedback() {
        for (String figure : List.of("8", "7,5", "4/5", "★★★☆☆", "++", "80 %")) {
            assertThat(refusal(asked.give(FeedbackTexts.of(List.of("You listen", figure)))))
                    .isEqualTo("feedback-needs-words");
        }
        assertThat(refusal(asking("1-10?"))).isEqualTo("feedback-needs-words");
        assertThat(asked.give(FeedbackTexts.of(List.of("An 8, you listen", "倾听"))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void declined_and_withdrawn_are_ends() {
        for (Feedback ended : List.of(state(asked.decline()), state(asked.withdraw()))) {
            assertThat(refusal(ended.give(FeedbackTexts.of(List.of("a", "b")))))
                    .isEqualTo("feedback-step-not-possible");
            assertThat(refusal(ended.decline())).isEqualTo("feedback-step-not-possible");
            assertThat(refusal(ended.withdraw())).isEqualTo("feedback-step-not-possible");
            assertThat(refusal(ended.share("talk", "mark", Set.of()))).isEqualTo("feedback-step-not-possible");
        }
        assertThat(refusal(given.withdraw())).isEqualTo("feedback-step-not-possible");
    }

    @Test
    void the_employee_shares_what_they_choose_and_the_same_twice_is_one_step() {
        Decision<Feedback> part = given.share("talk", "mark", Set.of(2));
        assertThat(((Decision.Accepted<Feedback>) part).events())
                .containsExactly(new FeedbackShared("f", "emma", "cas", "talk", "mark"));
        assertThat(state(part).sharedIn("talk").orElseThrow().questions()).containsExactly(2);
        assertThat(state(part).share("talk", "mark", Set.of(2))).isInstanceOf(Decision.Unchanged.class);
        assertThat(state(state(part).share("talk", "mark", Set.of()))
                        .sharedIn("talk")
                        .orElseThrow()
                        .questions())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(state(part).sharedIn("another talk")).isEmpty();
        assertThat(refusal(given.share("talk", "mark", Set.of(3)))).isEqualTo("feedback-answers-differ");
    }

    @Test
    void facts_hold_no_word() {
        Decision<Feedback> answer = asked.give(FeedbackTexts.of(List.of("You listen", "Speak earlier")));
        FeedbackGiven fact =
                (FeedbackGiven) ((Decision.Accepted<Feedback>) answer).events().get(0);
        assertThat(fact.toString()).doesNotContain("listen").doesNotContain("earlier");
        assertThat(fact.content())
                .isEqualTo(state(answer).answers().commitment().hash());
    }

    @Test
    void a_day_that_passed_helps_nobody() {
        assertThat(refusal(Feedback.asked(
                        "f",
                        "emma",
                        "cas",
                        FeedbackKind.FEEDBACK,
                        FeedbackTexts.of(List.of("What?")),
                        TODAY.minusDays(1),
                        TODAY)))
                .isEqualTo("due-date-passed");
    }

    private static Decision<Feedback> asking(String... questions) {
        return Feedback.asked(
                "f",
                "emma",
                "cas",
                FeedbackKind.FEEDBACK,
                FeedbackTexts.of(List.of(questions)),
                TODAY.plusDays(7),
                TODAY);
    }

    private static Feedback state(Decision<Feedback> decision) {
        return decision.stateOr(() -> null);
    }

    private static String refusal(Decision<Feedback> decision) {
        return ((Decision.Refused<Feedback>) decision).refusal().code();
    }
}
