package nl.klimrek.reminders.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptEscalated;
import nl.klimrek.contracts.reminders.PromptIgnored;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** What follows on a message upon which nothing followed. */
class PromptSeriesTest {

    private static final Instant DUE = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant LATER = DUE.plus(Duration.ofDays(3));
    private static final PromptNeed NEED =
            new PromptNeed("p-anna", PromptAction.ANSWER_INVITATION, PromptSubject.CONVERSATION, "c-1");
    private static final String ID = NEED.promptId();

    @Test
    void nothing_follows_before_its_moment() {
        assertThat(sent(scheduled(null), DUE, LATER).followUp(3, "p-bram", LATER.minusNanos(1)))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    void silence_brings_the_next_message_in_a_new_round_and_is_recorded() {
        Decision.Accepted<Prompt> silent =
                accepted(sent(scheduled(null), DUE, LATER).followUp(3, "p-bram", LATER));
        assertThat(silent.events())
                .containsExactly(
                        new PromptIgnored(ID, "p-anna", 1, "answer-invitation", 2, 7),
                        new PromptScheduled(
                                ID,
                                "p-anna",
                                PromptAction.ANSWER_INVITATION,
                                PromptSubject.CONVERSATION,
                                "c-1",
                                LATER));
        assertThat(silent.state().round()).isEqualTo(2);
        assertThat(silent.state().isWaiting()).as("it stays in the inbox").isTrue();
        assertThat(silent.state().followUp(3, "p-bram", LATER.plusSeconds(9))).isEqualTo(Decision.unchanged());
    }

    @Test
    void the_third_silence_ends_at_a_person_and_no_message_follows() {
        Prompt third = third(null);
        Decision.Accepted<Prompt> ended = accepted(third.followUp(3, "p-bram", LATER.plus(Duration.ofDays(6))));
        assertThat(ended.events())
                .containsExactly(
                        new PromptIgnored(ID, "p-anna", 3, "answer-invitation", 2, 7),
                        new PromptEscalated(
                                ID,
                                "p-anna",
                                PromptAction.ANSWER_INVITATION,
                                PromptSubject.CONVERSATION,
                                "c-1",
                                "p-bram"));
        assertThat(ended.state().status()).isEqualTo(PromptStatus.ESCALATED);
        assertThat(ended.state().nextCheckAt()).isNull();
        assertThat(accepted(PromptScheduling.stepTaken(ended.state(), NEED)).events())
                .containsExactly(new PromptActed(ID, "p-anna", "answer-invitation", 2, 7));
    }

    @Test
    void a_step_between_two_messages_counts_as_acted() {
        Prompt between = state(sent(scheduled(null), DUE, LATER).followUp(3, "p-bram", LATER));
        assertThat(accepted(PromptScheduling.stepTaken(between, NEED)).events())
                .containsExactly(new PromptActed(ID, "p-anna", "answer-invitation", 2, 7));
    }

    @Test
    void a_message_that_became_obsolete_meanwhile_leaves_and_escalates_to_nobody() {
        Prompt waiting = sent(scheduled(LATER), DUE, LATER.plusSeconds(60));
        assertThat(waiting.nextCheckAt()).isEqualTo(LATER);
        Decision.Accepted<Prompt> over = accepted(waiting.followUp(3, "p-bram", LATER));
        assertThat(over.events())
                .containsExactly(
                        new PromptIgnored(ID, "p-anna", 1, "answer-invitation", 2, 7),
                        new PromptCancelled(ID, "p-anna", SuppressReason.MOOT));
        Prompt escalated =
                state(third(LATER.plus(Duration.ofDays(9))).followUp(3, null, LATER.plus(Duration.ofDays(6))));
        assertThat(escalated.nextCheckAt()).isEqualTo(LATER.plus(Duration.ofDays(9)));
        assertThat(accepted(escalated.followUp(3, null, LATER.plus(Duration.ofDays(9))))
                        .events())
                .containsExactly(new PromptCancelled(ID, "p-anna", SuppressReason.MOOT));
    }

    @Test
    void a_snooze_is_an_answer_and_begins_a_new_series() {
        Prompt second = state(sent(scheduled(null), DUE, LATER).followUp(3, "p-bram", LATER));
        Prompt again = sent(second, LATER, LATER.plus(Duration.ofDays(3)));
        Instant until = LATER.plus(Duration.ofDays(1));
        Decision.Accepted<Prompt> snoozed = accepted(again.snooze(until, LATER));
        assertThat(snoozed.events()).containsExactly(new PromptSnoozed(ID, "p-anna", until, "answer-invitation", 2, 7));
        assertThat(snoozed.state().progress().silences()).isZero();
        assertThat(snoozed.state().isWaiting()).isFalse();
    }

    @Test
    void the_silence_of_somebody_who_is_absent_does_not_count() {
        Prompt waiting = sent(scheduled(null), DUE, LATER);
        Instant back = LATER.plus(Duration.ofDays(10));
        Prompt longer = state(waiting.waitUntil(back, LATER));
        assertThat(longer.followUp(3, "p-bram", LATER.plusSeconds(1))).isEqualTo(Decision.unchanged());
        assertThat(longer.nextCheckAt()).isEqualTo(back);
        assertThat(longer.progress().silences()).isZero();
    }

    @Test
    void a_notice_is_over_when_it_was_seen() {
        Prompt notice = sent(scheduled(LATER), DUE, null);
        assertThat(state(notice.see()).status()).isEqualTo(PromptStatus.ACTED);
        assertThat(state(notice.see()).see()).isInstanceOf(Decision.Refused.class);
        assertThat(scheduled(null).see()).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_person_who_is_asked_once_at_most_is_not_asked_again() {
        PromptNeed once =
                new PromptNeed("p-anna", PromptAction.SEE_CYCLE, PromptSubject.CYCLE, "cy-1", Repetition.NEVER);
        Prompt first = state(PromptScheduling.schedule(null, once, DUE, null, PromptProgress.NONE));
        assertThat(PromptScheduling.schedule(first, once, LATER, null, PromptProgress.NONE))
                .isEqualTo(Decision.unchanged());
    }

    private static Prompt third(Instant obsoleteAt) {
        Prompt second = state(sent(scheduled(obsoleteAt), DUE, LATER).followUp(3, "p-bram", LATER));
        Prompt again = sent(second, LATER, LATER.plus(Duration.ofDays(3)));
        Prompt third = state(again.followUp(3, "p-bram", LATER.plus(Duration.ofDays(3))));
        return sent(third, LATER.plus(Duration.ofDays(3)), LATER.plus(Duration.ofDays(6)));
    }

    private static Prompt scheduled(Instant obsoleteAt) {
        return state(PromptScheduling.schedule(
                null, NEED, DUE, obsoleteAt, PromptProgress.of(7, "p-bram", PromptOccasion.NONE)));
    }

    private static Prompt sent(Prompt prompt, Instant at, Instant followUpAt) {
        Prompt claimed = state(prompt.claim(SendingClaim.from(at), at));
        return state(claimed.markSent(Channel.EMAIL, PromptNeed.code(NEED.action()), 2, at, followUpAt));
    }

    private static Prompt state(Decision<Prompt> decision) {
        return accepted(decision).state();
    }

    private static Decision.Accepted<Prompt> accepted(Decision<Prompt> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted<Prompt>) decision;
    }
}
