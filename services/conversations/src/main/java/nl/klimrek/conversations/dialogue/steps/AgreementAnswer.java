package nl.klimrek.conversations.dialogue.steps;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.conversations.dialogue.Agreement;
import nl.klimrek.conversations.dialogue.AgreementState;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.Versioned;

/** An agreement after a step; facts only. */
record AgreementAnswer(String id, String conversation, AgreementOwner owner, LocalDate dueDate, AgreementState state) {

    /** An agreement of the conversation that took a step. */
    static AgreementAnswer of(Versioned<Conversation> taken, String id) {
        Agreement found = taken.state().agreements().find(id).orElseThrow();
        return new AgreementAnswer(
                id, taken.state().plan().conversation(), found.owner(), found.dueDate(), found.state());
    }
}
