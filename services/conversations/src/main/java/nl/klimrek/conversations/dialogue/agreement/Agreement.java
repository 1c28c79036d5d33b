package nl.klimrek.conversations.dialogue.agreement;

import java.time.LocalDate;
import java.util.Optional;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * An agreement. It stays on the agenda of later conversations until it is kept, or dropped with a reason.
 *
 * @param id id
 * @param words what was agreed
 * @param owner who has to make it come true
 * @param dueDate day it is due
 * @param state what became of it
 * @param keptOn day it was kept; null otherwise
 * @param dropped why it was dropped; null otherwise
 * @param droppedWith person id of the counterpart with whom the employee then talked, a later manager perhaps; null otherwise
 */
public record Agreement(
        String id,
        PrivateText words,
        AgreementOwner owner,
        LocalDate dueDate,
        AgreementState state,
        @Nullable LocalDate keptOn,
        @Nullable PrivateText dropped,
        @Nullable String droppedWith) {

    /** One that was just made. */
    public static Agreement made(String id, PrivateText words, AgreementOwner owner, LocalDate dueDate) {
        return new Agreement(id, words, owner, dueDate, AgreementState.OPEN, null, null, null);
    }

    public Agreement kept(LocalDate day) {
        return new Agreement(id, words, owner, dueDate, AgreementState.KEPT, day, null, null);
    }

    public Agreement dropped(PrivateText reason, String with) {
        return new Agreement(id, words, owner, dueDate, AgreementState.DROPPED, null, reason, with);
    }

    /** As this counterpart may read it: without a reason that another counterpart was told. */
    public Agreement readBy(String counterpart) {
        return droppedWith == null || droppedWith.equals(counterpart)
                ? this
                : new Agreement(id, words, owner, dueDate, state, keptOn, null, droppedWith);
    }

    /** Why it cannot be made: its due date has passed. */
    public Optional<Refusal> refusesPassedDueDate(LocalDate today) {
        return dueDate.isBefore(today) ? Optional.of(Refusal.of("due-date-passed")) : Optional.empty();
    }
}
