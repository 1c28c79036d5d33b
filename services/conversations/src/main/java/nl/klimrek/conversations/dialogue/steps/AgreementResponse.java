package nl.klimrek.conversations.dialogue.steps;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.AgreementState;
import nl.klimrek.eventing.Versioned;

/** The agreement after a step, without its text. */
record AgreementResponse(
        String id, String conversation, AgreementOwner owner, LocalDate dueDate, AgreementState state) {

    /** An agreement of the conversation that took a step. */
    static AgreementResponse of(Versioned<Conversation> after, String id) {
        Agreement found = after.state().agreements().find(id).orElseThrow();
        return new AgreementResponse(
                id, after.state().plan().conversation(), found.owner(), found.dueDate(), found.state());
    }
}
