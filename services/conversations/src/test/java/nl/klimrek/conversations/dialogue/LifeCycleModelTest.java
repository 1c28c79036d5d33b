package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationFixture.NOW;
import static nl.klimrek.conversations.dialogue.ConversationFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/**
 * Random lives of a conversation beside a model that knows the rules of the domain page and nothing of the code: where it
 * rests, who proposed, which version of the report is newest and confirmed by whom, and which agreements stand.
 */
class LifeCycleModelTest {

    private static final int LIVES = 6_000;
    private static final int STEPS = 40;
    private static final long SEED = Long.getLong("klimrek.seed", 20261102L);

    @Test
    void every_random_life_goes_as_the_rules_say() {
        System.out.println("lives of a conversation, -Dklimrek.seed=" + SEED);
        Random random = new Random(SEED);
        boolean[] reached = new boolean[ConversationStatus.values().length];
        for (int life = 0; life < LIVES; life++) {
            Conversation now = ConversationFixture.planned();
            LifeModel model = new LifeModel();
            List<String> history = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Command command = Command.random(random);
                history.add(command.toString());
                Decision<Conversation> decision = command.on(now);
                String expected = model.take(command);
                String happened = decision instanceof Decision.Refused<Conversation> refused
                        ? refused.refusal().code()
                        : decision instanceof Decision.Accepted<Conversation> ? "ok" : "same";
                assertThat(happened)
                        .as("seed %d life %d: %s", SEED, life, history)
                        .isEqualTo(expected);
                if (decision instanceof Decision.Accepted<Conversation> accepted) {
                    now = accepted.state();
                }
                model.assertSame(now, history);
                reached[now.status().ordinal()] = true;
            }
        }
        assertThat(reached).doesNotContain(false);
    }

    /** One thing somebody tries; {@code number} is a day, version or agreement, as the step needs. */
    record Command(ConversationStep step, Side by, int number) {

        /** Steps onwards are tried more often, or hardly any life would reach its end. */
        private static final ConversationStep[] ONWARDS = {
            ConversationStep.INVITE,
            ConversationStep.ACCEPT,
            ConversationStep.ACCEPT,
            ConversationStep.HOLD,
            ConversationStep.RECORD,
            ConversationStep.CONFIRM,
            ConversationStep.CONFIRM,
            ConversationStep.CONFIRM,
            ConversationStep.AGREE,
            ConversationStep.CLOSE
        };

        static Command random(Random random) {
            ConversationStep step = random.nextInt(10) < 7
                    ? ONWARDS[random.nextInt(ONWARDS.length)]
                    : ConversationStep.values()[random.nextInt(ConversationStep.values().length)];
            // A cancelled conversation has little left to tell.
            boolean seldom = (step == ConversationStep.CANCEL || step == ConversationStep.COUNTERPART_LEFT)
                    && random.nextInt(4) > 0;
            return new Command(
                    seldom ? ConversationStep.INVITE : step, Side.values()[random.nextInt(2)], 1 + random.nextInt(3));
        }

        Decision<Conversation> on(Conversation now) {
            return switch (step) {
                case INVITE ->
                    SchedulingSteps.invite(now, new Proposal(ConversationFixture.slotInDays(number), by), NOW, TODAY);
                case ACCEPT -> SchedulingSteps.accept(now, by, ConversationFixture.accepting(now, null));
                case RESCHEDULE ->
                    SchedulingSteps.reschedule(now, new Proposal(ConversationFixture.slotInDays(number), by), NOW);
                case DECLINE ->
                    number == 1
                            ? SchedulingSteps.decline(now, by, Decline.because(PrivateText.of("x")), NOW, TODAY)
                            : SchedulingSteps.decline(
                                    now,
                                    by,
                                    Decline.proposing(new Proposal(ConversationFixture.slotInDays(number), by)),
                                    NOW,
                                    TODAY);
                case PREPARE ->
                    PreparationSteps.prepare(now, by, ConversationFixture.SHEET, ConversationFixture.draft("x"));
                case SHARE -> PreparationSteps.share(now, by);
                case UNSHARE -> PreparationSteps.unshare(now, by);
                case SWAP ->
                    PreparationSteps.swap(
                            now,
                            by,
                            now.preparations().questionnaire(by).orElse(ConversationFixture.SHEET),
                            number == 1 ? "energy" : "dare",
                            number == 3 ? null : ConversationFixture.OTHER);
                case ADD_POINT -> PreparationSteps.addPoint(now, ConversationFixture.point("p" + number, by));
                case REMOVE_POINT -> PreparationSteps.removePoint(now, by, "p" + number);
                case SHARE_NOTE -> PreparationSteps.shareNote(now, ConversationFixture.note("n" + number, by));
                case HOLD -> now.hold(ConversationFixture.holding(), NOW);
                case REBALANCE -> now.rebalance(new Orientation(null, null, null));
                case RECORD -> now.record(by, PrivateText.of("x"));
                case CORRECT -> now.correct(by, PrivateText.of("x"));
                case STATE -> now.state(by, PrivateText.of("x"));
                case CONFIRM -> now.confirm(by, number);
                case AGREE ->
                    now.agree(
                            ConversationFixture.agreement(
                                    "a" + now.agreements().all().size()),
                            TODAY);
                case KEEP -> now.keep("a" + (number - 1), TODAY);
                case DROP -> now.drop("a" + (number - 1), PrivateText.of("x"), "mark");
                case CLOSE -> now.close(number == 1 ? PrivateText.of("x") : null);
                case CANCEL -> now.cancel(CancelReason.NO_LONGER_NEEDED, null);
                case MISS -> now.miss(NOW.plus(Duration.ofDays(60)), TODAY.plusDays(60));
                case COUNTERPART_LEFT -> now.counterpartLeft();
                case MOVE ->
                    SchedulingSteps.move(
                            now,
                            new Window(TODAY, number == 1 ? TODAY : TODAY.plusDays(30 + number)),
                            TODAY,
                            ZoneOffset.UTC);
            };
        }
    }
}
