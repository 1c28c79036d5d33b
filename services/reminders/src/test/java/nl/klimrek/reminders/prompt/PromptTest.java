package nl.klimrek.reminders.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final Instant DUE = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant SLOT = DUE.plus(Duration.ofDays(5));
    private static final PromptNeed ANSWER = need(PromptAction.ANSWER_INVITATION);
    private static final PromptNeed PREPARE = need(PromptAction.PREPARE);

    @Test
    void the_same_need_is_the_same_prompt_and_another_action_is_another() {
        assertThat(ANSWER.promptId())
                .isEqualTo(need(PromptAction.ANSWER_INVITATION).promptId())
                .isNotEqualTo(PREPARE.promptId());
    }

    @Test
    void its_id_fits_the_contract_for_any_subject_id() {
        String person = "d72ebf20-3fdb-4b65-897a-17b66c218b77";
        String request = "ba-" + person + ":3c5bc9a4-9e5c-66d0-56c3-6e959b4306f2";
        PromptNeed decide =
                new PromptNeed("p-bram", PromptAction.DECIDE_REQUEST, PromptSubject.BUDGET_REQUEST, request);
        assertThat(decide.promptId()).matches("[A-Za-z0-9][A-Za-z0-9_:-]{0,99}");
        assertThat(decide.promptId())
                .isNotEqualTo(
                        new PromptNeed("p-diane", PromptAction.DECIDE_REQUEST, PromptSubject.BUDGET_REQUEST, request)
                                .promptId());
    }

    @Test
    void it_is_sent_when_due_and_its_event_names_channel_and_template() {
        Decision.Accepted<Prompt> sent =
                accepted(sending(ANSWER).markSent(Channel.EMAIL, PromptNeed.code(ANSWER.action()), 1, DUE, null));
        assertThat(sent.events())
                .containsExactly(new PromptSent(ANSWER.promptId(), "p-anna", Channel.EMAIL, "answer-invitation", 1));
        assertThat(sent.state().sentAt()).isEqualTo(DUE);
    }

    @Test
    void it_cannot_be_claimed_early() {
        Instant early = DUE.minusNanos(1);
        assertThat(scheduled(ANSWER).claim(SendingClaim.from(early), early)).isEqualTo(Decision.unchanged());
    }

    @Test
    void a_moment_within_a_second_is_due_when_that_second_is_over() {
        Prompt prompt = state(PromptScheduling.schedule(null, ANSWER, DUE.plusNanos(1), SLOT, PromptProgress.NONE));
        assertThat(prompt.dueAt()).isEqualTo(DUE.plusSeconds(1));
    }

    @Test
    void one_of_two_simultaneous_senders_gets_the_claim() {
        SendingClaim first = SendingClaim.from(DUE);
        SendingClaim second = SendingClaim.from(DUE);
        Prompt claimed = state(scheduled(ANSWER).claim(first, DUE));
        assertThat(claimed.claim(second, DUE)).isEqualTo(Decision.unchanged());
        assertThat(claimed.isClaimedBy(first)).isTrue();
        assertThat(claimed.isClaimedBy(second)).isFalse();
    }

    @Test
    void when_a_sender_dies_another_claims_it_when_the_claim_ends_and_not_before() {
        Prompt claimed = sending(ANSWER);
        Instant end = DUE.plus(SendingClaim.DURATION);
        assertThat(claimed.claim(SendingClaim.from(end), end.minusMillis(1))).isEqualTo(Decision.unchanged());
        SendingClaim heir = SendingClaim.from(end);
        assertThat(state(claimed.claim(heir, end)).isClaimedBy(heir)).isTrue();
    }

    @Test
    void a_released_prompt_can_be_claimed_at_once_and_only_its_claimant_releases_it() {
        SendingClaim mine = SendingClaim.from(DUE);
        Prompt claimed = state(scheduled(ANSWER).claim(mine, DUE));
        assertThat(claimed.release(SendingClaim.from(DUE))).isEqualTo(Decision.unchanged());
        Decision.Accepted<Prompt> released = accepted(claimed.release(mine));
        assertThat(released.state()).isEqualTo(scheduled(ANSWER));
        assertThat(released.events()).isEmpty();
    }

    @Test
    void an_obsolete_prompt_is_cancelled_instead_of_sent() {
        Decision.Accepted<Prompt> late = accepted(scheduled(ANSWER).claim(SendingClaim.from(SLOT), SLOT));
        assertThat(late.state().status()).isEqualTo(PromptStatus.CANCELLED);
        assertThat(late.events())
                .containsExactly(new PromptCancelled(ANSWER.promptId(), "p-anna", SuppressReason.MOOT));
    }

    @Test
    void a_prompt_due_only_when_obsolete_is_not_scheduled() {
        assertThat(PromptScheduling.schedule(null, ANSWER, SLOT, SLOT, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
        assertThat(state(PromptScheduling.schedule(sent(ANSWER), ANSWER, SLOT, SLOT, PromptProgress.NONE))
                        .status())
                .isEqualTo(PromptStatus.CANCELLED);
    }

    @Test
    void a_step_taken_after_sending_counts_as_acted_and_one_before_cancels_the_prompt() {
        assertThat(accepted(PromptScheduling.stepTaken(sent(ANSWER), ANSWER)).events())
                .containsExactly(new PromptActed(ANSWER.promptId(), "p-anna", "answer-invitation", 1, null));
        assertThat(accepted(PromptScheduling.stepTaken(scheduled(ANSWER), ANSWER))
                        .events())
                .containsExactly(new PromptCancelled(ANSWER.promptId(), "p-anna", SuppressReason.MOOT));
    }

    @Test
    void a_person_who_prepared_gets_no_second_preparation_prompt_after_rescheduling() {
        Prompt before = state(PromptScheduling.stepTaken(null, PREPARE));
        assertThat(PromptScheduling.schedule(before, PREPARE, DUE, SLOT, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
        Prompt asked = state(PromptScheduling.stepTaken(sent(PREPARE), PREPARE));
        assertThat(PromptScheduling.schedule(asked, PREPARE, DUE, SLOT, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
        Prompt moot = state(scheduled(PREPARE).cancel());
        assertThat(PromptScheduling.schedule(
                        state(PromptScheduling.stepTaken(moot, PREPARE)), PREPARE, DUE, SLOT, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    void a_new_proposal_prompts_a_person_who_answered_the_earlier_one() {
        Prompt again = state(PromptScheduling.schedule(
                state(PromptScheduling.stepTaken(sent(ANSWER), ANSWER)), ANSWER, DUE, SLOT, PromptProgress.NONE));
        assertThat(again.status()).isEqualTo(PromptStatus.SCHEDULED);
        assertThat(again.round()).isEqualTo(2);
    }

    @Test
    void a_repeated_need_is_scheduled_once() {
        assertThat(PromptScheduling.schedule(scheduled(ANSWER), ANSWER, DUE, SLOT, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    void a_need_rescheduled_while_sending_starts_a_new_round() {
        assertThat(state(PromptScheduling.schedule(
                                sending(ANSWER), ANSWER, DUE.plusSeconds(60), SLOT, PromptProgress.NONE))
                        .round())
                .isEqualTo(2);
    }

    @Test
    void a_postponed_prompt_says_why_and_when_it_comes_back() {
        assertThat(accepted(sending(ANSWER).postpone(SuppressReason.ABSENT, SLOT.minusSeconds(60)))
                        .events())
                .containsExactly(
                        new PromptSuppressed(ANSWER.promptId(), "p-anna", SuppressReason.ABSENT),
                        new PromptScheduled(
                                ANSWER.promptId(),
                                "p-anna",
                                ANSWER.action(),
                                ANSWER.subjectKind(),
                                "c-1",
                                SLOT.minusSeconds(60)));
    }

    @Test
    void a_snoozed_prompt_comes_back_as_another_message() {
        Prompt snoozed = state(sent(ANSWER).snooze(DUE.plus(Duration.ofDays(1)), DUE));
        assertThat(snoozed.status()).isEqualTo(PromptStatus.SCHEDULED);
        assertThat(snoozed.round()).isEqualTo(2);
    }

    @Test
    void a_snooze_is_from_now_until_31_days() {
        Instant longest = DUE.plus(Prompt.MAX_SNOOZE);
        assertThat(sent(ANSWER).snooze(longest, DUE)).isInstanceOf(Decision.Accepted.class);
        assertThat(code(sent(ANSWER).snooze(longest.plusNanos(1), DUE))).isEqualTo("snooze-out-of-range");
        assertThat(code(sent(ANSWER).snooze(DUE, DUE))).isEqualTo("snooze-out-of-range");
    }

    @Test
    void only_a_sent_prompt_can_be_snoozed_or_declined() {
        for (Prompt prompt : new Prompt[] {
            scheduled(ANSWER), sending(ANSWER), state(sent(ANSWER).cancel())
        }) {
            assertThat(code(prompt.snooze(DUE.plusSeconds(60), DUE))).isEqualTo("prompt-not-open");
            assertThat(code(prompt.notForMe())).isEqualTo("prompt-not-open");
        }
        assertThat(accepted(sent(ANSWER).notForMe()).events())
                .containsExactly(new PromptSuppressed(ANSWER.promptId(), "p-anna", SuppressReason.OPTED_OUT));
    }

    @Test
    void a_declined_prompt_is_restored_without_being_sent_again() {
        Decision<Prompt> back = state(sent(ANSWER).notForMe()).forMeAgain(DUE.plusSeconds(60));
        assertThat(accepted(back).events()).containsExactly(new PromptRestored(ANSWER.promptId(), "p-anna"));
        assertThat(state(back)).isEqualTo(sent(ANSWER));
        assertThat(state(back).nextCheckAt()).isEqualTo(SLOT);
    }

    @Test
    void a_declined_prompt_that_became_obsolete_is_not_restored() {
        Prompt declined = state(sent(ANSWER).notForMe());
        assertThat(code(state(declined.cancel()).forMeAgain(DUE))).isEqualTo("prompt-not-open");
        assertThat(code(state(PromptScheduling.stepTaken(declined, ANSWER)).forMeAgain(DUE)))
                .isEqualTo("prompt-not-open");
        assertThat(code(declined.forMeAgain(SLOT))).isEqualTo("prompt-not-open");
        assertThat(accepted(declined.cancel()).events()).isEmpty();
    }

    @Test
    void a_prompt_that_was_not_declined_cannot_be_restored() {
        Prompt left = state(sending(ANSWER).suppress(SuppressReason.LEFT));
        for (Prompt prompt : new Prompt[] {scheduled(ANSWER), sending(ANSWER), sent(ANSWER), left}) {
            assertThat(code(prompt.forMeAgain(DUE))).isEqualTo("prompt-not-open");
        }
    }

    private static PromptNeed need(PromptAction action) {
        return new PromptNeed(
                "p-anna",
                action,
                PromptSubject.CONVERSATION,
                "c-1",
                action == PromptAction.PREPARE ? Repetition.UNTIL_TAKEN : Repetition.ALWAYS);
    }

    private static Prompt scheduled(PromptNeed need) {
        return state(PromptScheduling.schedule(null, need, DUE, SLOT, PromptProgress.NONE));
    }

    private static Prompt sending(PromptNeed need) {
        return state(scheduled(need).claim(SendingClaim.from(DUE), DUE));
    }

    private static Prompt sent(PromptNeed need) {
        return state(sending(need).markSent(Channel.EMAIL, PromptNeed.code(need.action()), 1, DUE, null));
    }

    private static Prompt state(Decision<Prompt> decision) {
        return accepted(decision).state();
    }

    private static Decision.Accepted<Prompt> accepted(Decision<Prompt> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Prompt>) decision;
    }

    private static String code(Decision<Prompt> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Prompt>) decision).refusal().code();
    }
}
