package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.scheduling.Decline;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;
import org.junit.jupiter.api.Test;

/** Tries every step in every status, and compares with the table in {@link ConversationStep}. */
class StepTableTest {

    @Test
    void each_step_is_possible_in_exactly_the_statuses_of_its_row() {
        for (ConversationStep step : ConversationStep.values()) {
            for (ConversationStatus status : ConversationStatus.values()) {
                assertThat(takes(ConversationFixture.in(status), step))
                        .as("%s in %s", step, status)
                        .isEqualTo(step.fits(status));
            }
        }
    }

    private static boolean takes(Conversation from, ConversationStep step) {
        return attempt(ready(from, step), step) instanceof Decision.Accepted<Conversation>;
    }

    /** A step that needs something to work on finds it there, wherever the conversation may have it. */
    private static Conversation ready(Conversation from, ConversationStep step) {
        return switch (step) {
            case SHARE -> prepared(from, false);
            case UNSHARE -> prepared(from, true);
            case REMOVE_POINT ->
                new ConversationBuilder(from)
                        .preparations(from.preparations()
                                .with(from.preparations().agenda().plus(point("p-1", Side.EMPLOYEE))))
                        .build();
            case KEEP, DROP ->
                from.agreements().open().isEmpty()
                        ? new ConversationBuilder(from)
                                .agreements(from.agreements().plus(agreement("a-1")))
                                .build()
                        : from;
            case CLOSE ->
                new ConversationBuilder(from)
                        .agreements(from.agreements().plus(agreement("a-9")))
                        .build();
            default -> from;
        };
    }

    private static Conversation prepared(Conversation from, boolean shared) {
        return new ConversationBuilder(from)
                .preparations(from.preparations().with(Side.EMPLOYEE, draft("x").withShared(shared)))
                .build();
    }

    private static Decision<Conversation> attempt(Conversation now, ConversationStep step) {
        return switch (step) {
            case INVITE -> SchedulingSteps.invite(now, new Proposal(SLOT, Side.COUNTERPART), NOW, TODAY);
            case ACCEPT -> SchedulingSteps.accept(now, Side.EMPLOYEE, ConversationFixture.accepting(now, null));
            case RESCHEDULE -> SchedulingSteps.reschedule(now, new Proposal(slotInDays(4), Side.EMPLOYEE), NOW);
            case DECLINE ->
                SchedulingSteps.decline(now, Side.EMPLOYEE, Decline.because(PrivateText.of("Ill")), NOW, TODAY);
            case PREPARE -> PreparationSteps.prepare(now, Side.EMPLOYEE, SHEET, draft("x"));
            case SHARE -> PreparationSteps.share(now, Side.EMPLOYEE);
            case UNSHARE -> PreparationSteps.unshare(now, Side.EMPLOYEE);
            case SWAP -> PreparationSteps.swap(now, Side.EMPLOYEE, SHEET, "energy", OTHER);
            case ADD_POINT -> PreparationSteps.addPoint(now, point("p-2", Side.EMPLOYEE));
            case REMOVE_POINT -> PreparationSteps.removePoint(now, Side.EMPLOYEE, "p-1");
            case SHARE_NOTE -> PreparationSteps.shareNote(now, note("n-1", Side.EMPLOYEE));
            case HOLD -> now.hold(holding(), NOW);
            case REBALANCE -> now.rebalance(new Orientation(Approach.CURATIVE, null, null));
            case RECORD -> now.record(Side.EMPLOYEE, PrivateText.of("x"));
            case CORRECT -> now.correct(Side.EMPLOYEE, PrivateText.of("y"));
            case STATE -> now.state(Side.EMPLOYEE, PrivateText.of("z"));
            case CONFIRM -> now.confirm(Side.EMPLOYEE, 1);
            case AGREE -> now.agree(agreement("a-2"), TODAY);
            case KEEP -> now.keep("a-1", TODAY);
            case DROP -> now.drop("a-1", PrivateText.of("No longer wanted"), "mark");
            case CLOSE -> now.close(null);
            case CANCEL -> now.cancel(CancelReason.NO_LONGER_NEEDED, null);
            case MISS -> now.miss(NOW.plus(Duration.ofDays(60)), TODAY.plusDays(60));
            case COUNTERPART_LEFT -> now.counterpartLeft();
            case MOVE -> SchedulingSteps.move(now, new Window(TODAY, TODAY.plusDays(90)), TODAY, ZoneOffset.UTC);
        };
    }

    @Test
    void every_place_of_the_life_cycle_can_be_reached() {
        for (ConversationStatus status : ConversationStatus.values()) {
            assertThat(ConversationFixture.in(status).status()).isEqualTo(status);
        }
        assertThat(after(SchedulingSteps.invite(
                                ConversationFixture.missed(), new Proposal(SLOT, Side.EMPLOYEE), NOW, TODAY))
                        .status())
                .isEqualTo(ConversationStatus.INVITED);
    }
}
