package nl.klimrek.conversations.team;

import java.time.LocalDate;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * What the team agreed.
 *
 * @param id id of the agreement
 * @param words what was agreed
 * @param owner person id of who looks after it; null when the team does
 * @param dueDate day it is due
 * @param state what became of it
 */
public record TeamAgreement(
        String id, PrivateText words, @Nullable String owner, LocalDate dueDate, AgreementState state) {

    TeamAgreement settled(boolean kept) {
        return new TeamAgreement(id, words, owner, dueDate, kept ? AgreementState.KEPT : AgreementState.DROPPED);
    }
}
