package nl.klimrek.conversations.dialogue;

import java.time.LocalDate;

import nl.klimrek.contracts.conversations.AgreementOwner;

/**
 * What was agreed. It stays on the agenda of following conversations until it is kept, or dropped with a reason.
 *
 * @param id id
 * @param words what was agreed
 * @param owner who has to make it come true
 * @param dueDate day it is due
 * @param state what became of it
 * @param keptOn day it was kept; null otherwise
 * @param dropped why it was dropped; null otherwise
 */
public record Agreement(
        String id, Words words, AgreementOwner owner, LocalDate dueDate, AgreementState state, LocalDate keptOn, Words dropped) {

    /** One that was just made. */
    public static Agreement made(String id, Words words, AgreementOwner owner, LocalDate dueDate) {
        return new Agreement(id, words, owner, dueDate, AgreementState.OPEN, null, null);
    }

    Agreement kept(LocalDate day) {
        return new Agreement(id, words, owner, dueDate, AgreementState.KEPT, day, null);
    }

    Agreement dropped(Words reason) {
        return new Agreement(id, words, owner, dueDate, AgreementState.DROPPED, null, reason);
    }
}
