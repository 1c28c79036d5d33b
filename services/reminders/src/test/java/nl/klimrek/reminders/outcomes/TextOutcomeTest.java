package nl.klimrek.reminders.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.outcomes.TextOutcome.Tally;
import nl.klimrek.reminders.outcomes.TextOutcome.Text;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.prompt.PromptProgress;
import nl.klimrek.reminders.prompt.PromptScheduling;
import nl.klimrek.reminders.prompt.SendingClaim;
import org.junit.jupiter.api.Test;

/** What followed on one text: acted, ignored, snoozed, and nothing about fewer than five people. */
class TextOutcomeTest {

    private static final Instant DUE = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant LATER = DUE.plusSeconds(3600);
    private final Tally tally = new Tally();

    @Test
    void each_prompt_counts_once_with_what_followed_on_its_last_message() {
        for (int at = 0; at < 10; at++) {
            Prompt sent = sent("p-" + at);
            tally.add(
                    at < 5
                            ? state(PromptScheduling.stepTaken(sent, need("p-" + at)))
                            : at < 7
                                    ? state(sent.followUp(3, null, LATER))
                                    : at < 8 ? state(sent.snooze(LATER.plusSeconds(60), LATER)) : sent);
        }
        TextOutcome outcome = tally.outcome(Text.of(sent("p-1")));
        assertThat(outcome).isEqualTo(new TextOutcome(2, 2, 7, 10, 50, 20, 10));
    }

    @Test
    void shares_are_rounded_and_four_people_have_no_figures_however_many_prompts_they_got() {
        for (int at = 0; at < 12; at++) {
            tally.add(sent("p-" + at % 4));
        }
        assertThat(tally.outcome(Text.of(sent("p-1")))).isEqualTo(new TextOutcome(2, 2, 7, null, null, null, null));
        tally.add(state(PromptScheduling.stepTaken(sent("p-9"), need("p-9"))));
        assertThat(tally.outcome(Text.of(sent("p-1"))).acted()).isEqualTo(10);
    }

    private static Prompt sent(String person) {
        Prompt scheduled = state(PromptScheduling.schedule(
                null, need(person), DUE, null, PromptProgress.of(7, null, PromptOccasion.NONE)));
        Prompt claimed = state(scheduled.claim(SendingClaim.from(DUE), DUE));
        return state(claimed.markSent(Channel.EMAIL, "own:arrange", 2, DUE, LATER));
    }

    private static PromptNeed need(String person) {
        return new PromptNeed(person, PromptAction.ARRANGE, PromptSubject.CONVERSATION, "c-1");
    }

    private static Prompt state(Decision<Prompt> decision) {
        return ((Decision.Accepted<Prompt>) decision).state();
    }
}
