package nl.klimrek.reminders.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klimrek.contracts.reminders.Channel;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.contracts.reminders.SuppressReason;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random steps by two senders, one of which dies now and then, checked against a model. */
class PromptModelTest {

    private static final PromptNeed NEED =
            new PromptNeed("p-anna", PromptAction.ANSWER_INVITATION, PromptSubject.CONVERSATION, "c-1");
    private static final int STEPS = 20_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261122, 737, 4_000_000_007L})
    void it_is_never_sent_early_nor_when_obsolete_nor_twice_a_round(long seed) {
        Walk walk = new Walk(new Random(seed));
        for (int step = 0; step < STEPS; step++) {
            walk.step();
        }
        assertThat(walk.sent).as("messages sent").isGreaterThan(STEPS / 100);
        assertThat(walk.refusedAfterwards)
                .as("times that sending had become impossible")
                .isPositive();
    }

    /** The model knows independently of the prompt when it is due and whether it is still needed. */
    private static final class Walk {

        private final Random random;
        private final Set<Integer> roundsSent = new HashSet<>();
        private final List<SendingClaim> claims = new ArrayList<>();
        private Instant now = Instant.parse("2027-03-01T08:00:00Z");
        private Prompt prompt;
        private boolean wanted;
        private Instant notBefore = now;
        private Instant useless;
        private int sent;
        private int refusedAfterwards;

        Walk(Random random) {
            this.random = random;
        }

        void step() {
            now = now.plusSeconds(random.nextInt(90));
            switch (random.nextInt(10)) {
                case 0 -> schedule();
                case 1, 2, 3 -> claim();
                case 4, 5 -> finish();
                case 6 -> release();
                case 7 -> postpone();
                case 8 -> snooze();
                default -> end();
            }
        }

        private void schedule() {
            notBefore = now.plusSeconds(random.nextInt(300));
            useless = random.nextBoolean() ? null : notBefore.plusSeconds(60 + random.nextInt(600));
            wanted = true;
            apply(PromptScheduling.schedule(prompt, NEED, notBefore, useless, PromptProgress.NONE));
        }

        private void claim() {
            if (prompt == null) {
                return;
            }
            SendingClaim mine = SendingClaim.from(now);
            apply(prompt.claim(mine, now));
            if (prompt.isClaimedBy(mine)) {
                assertThat(wanted).as("claimed what was asked for").isTrue();
                assertThat(now).as("claimed not before it was due").isAfterOrEqualTo(notBefore);
                assertThat(useless == null || now.isBefore(useless))
                        .as("claimed while it made sense")
                        .isTrue();
                assertThat(roundsSent).as("claimed once a round").doesNotContain(prompt.round());
                claims.add(mine);
            }
        }

        private void finish() {
            if (prompt == null) {
                return;
            }
            boolean mayBeSent = prompt.status() == PromptStatus.SENDING;
            Decision<Prompt> decision = prompt.markSent(Channel.EMAIL, PromptNeed.code(NEED.action()), 1, now, null);
            if (decision instanceof Decision.Accepted<Prompt> accepted) {
                assertThat(mayBeSent && wanted).isTrue();
                assertThat(accepted.events()).hasSize(1).first().isInstanceOf(PromptSent.class);
                assertThat(roundsSent.add(accepted.state().round()))
                        .as("one message a round")
                        .isTrue();
                sent++;
            } else if (!claims.isEmpty()) {
                refusedAfterwards++;
            }
            apply(decision);
        }

        private void release() {
            if (!claims.isEmpty()) {
                apply(prompt.release(claims.get(random.nextInt(claims.size()))));
            }
        }

        private void postpone() {
            if (prompt != null && prompt.status() == PromptStatus.SENDING) {
                notBefore = now.plusSeconds(random.nextInt(200));
                apply(prompt.postpone(SuppressReason.QUIET, notBefore));
            }
        }

        private void snooze() {
            if (prompt != null && prompt.status() == PromptStatus.SENT) {
                notBefore = now.plus(Duration.ofSeconds(1 + random.nextInt(200)));
                apply(prompt.snooze(notBefore, now));
            }
        }

        private void end() {
            if (prompt == null || random.nextInt(3) > 0) {
                return;
            }
            wanted = false;
            switch (random.nextInt(3)) {
                case 0 -> apply(PromptScheduling.stepTaken(prompt, NEED));
                case 1 -> apply(prompt.cancel());
                default -> apply(prompt.suppress(SuppressReason.LEFT));
            }
        }

        private void apply(Decision<Prompt> decision) {
            if (decision instanceof Decision.Accepted<Prompt> accepted) {
                prompt = accepted.state();
            }
        }
    }
}
