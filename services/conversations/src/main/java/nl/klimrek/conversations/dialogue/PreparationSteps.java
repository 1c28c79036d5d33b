package nl.klimrek.conversations.dialogue;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.preparation.Agenda;
import nl.klimrek.conversations.dialogue.preparation.AgendaPoint;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.preparation.SharedNote;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.conversations.questions.SelectedQuestion;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The steps in which each side prepares and fills the agenda. Each decides on a conversation as it is now, and changes its
 * {@link Preparations} alone; a step that leaves them as they are is no event.
 */
public final class PreparationSteps {

    private PreparationSteps() {}

    /** Saves a draft made on this questionnaire. A new draft is private until its author shares it again. */
    public static Decision<Conversation> prepare(
            Conversation now, Side by, Questionnaire questionnaire, Preparation draft) {
        return now.take(ConversationStep.PREPARE)
                .then(() -> brought(
                        now,
                        now.preparations().prepared(by, questionnaire, draft.withShared(false)),
                        events -> events.prepared(by)));
    }

    /** Lets the other side read the preparation of this side. */
    public static Decision<Conversation> share(Conversation now, Side by) {
        return now.take(ConversationStep.SHARE)
                .unless(() -> now.preparations().refusesSharing(by))
                .then(() -> brought(now, now.preparations().withShared(by, true), events -> events.shared(by)));
    }

    /** Makes the preparation of this side private again, as long as the conversation lies ahead. */
    public static Decision<Conversation> unshare(Conversation now, Side by) {
        return StepCheck.start()
                .unless(() -> now.status().ahead() ? Optional.empty() : Optional.of(Refusal.of("sharing-final")))
                .then(() -> brought(now, now.preparations().withShared(by, false), events -> events.prepared(by)));
    }

    /** Replaces a question of this side's questionnaire; {@code in} is null when the bank has no other that fits. */
    public static Decision<Conversation> swap(
            Conversation now, Side by, Questionnaire questionnaire, String out, @Nullable SelectedQuestion in) {
        return now.take(ConversationStep.SWAP)
                .unless(() -> questionnaire.refusesSwap(out, in))
                .then(() -> brought(
                        now,
                        now.preparations().with(by, questionnaire.swapped(out, Objects.requireNonNull(in))),
                        events ->
                                events.swapped(by, questionnaire.find(out).orElseThrow(), Objects.requireNonNull(in))));
    }

    /** Adds a point to the agenda. */
    public static Decision<Conversation> addPoint(Conversation now, AgendaPoint point) {
        Agenda agenda = now.preparations().agenda();
        return now.take(ConversationStep.ADD_POINT)
                .unless(() -> agenda.refuses(point))
                .then(() ->
                        brought(now, now.preparations().with(agenda.plus(point)), events -> events.pointAdded(point)));
    }

    /** Removes a point of this side from the agenda. */
    public static Decision<Conversation> removePoint(Conversation now, Side by, String point) {
        Agenda agenda = now.preparations().agenda();
        return now.take(ConversationStep.REMOVE_POINT)
                .unless(() -> agenda.refusesRemoval(by, point))
                .then(() -> brought(
                        now, now.preparations().with(agenda.without(point)), events -> events.pointRemoved(by, point)));
    }

    /** Lets the other side read a note; it stays readable. */
    public static Decision<Conversation> shareNote(Conversation now, SharedNote note) {
        Agenda agenda = now.preparations().agenda();
        return now.take(ConversationStep.SHARE_NOTE)
                .unless(() -> agenda.refuses(note))
                .then(() ->
                        brought(now, now.preparations().with(agenda.plus(note)), events -> events.noteShared(note)));
    }

    /** Erases what a side wrote and did not share. Nobody else ever knew it, so nothing is published. */
    public static Decision<Conversation> forgetUnshared(Conversation now, Side side) {
        Preparations less = now.preparations().withoutUnshared(side);
        return less.equals(now.preparations())
                ? Decision.unchanged()
                : Decision.accept(now.next().preparations(less).build());
    }

    private static Decision<Conversation> brought(
            Conversation now, Preparations next, Function<ConversationEvents, Record> event) {
        return now.next().preparations(next).decideIfChanged(event);
    }
}
