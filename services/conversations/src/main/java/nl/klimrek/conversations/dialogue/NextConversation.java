package nl.klimrek.conversations.dialogue;

import java.util.function.UnaryOperator;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.eventing.Decision;

/** Copies of a conversation in which one thing differs. */
record NextConversation(Conversation now) {

    Conversation with(Participants changed) {
        return new Conversation(
                now.plan(),
                changed,
                now.appointment(),
                now.status(),
                now.preparations(),
                now.holding(),
                now.reports(),
                now.agreements(),
                now.ending());
    }

    Conversation with(ConversationStatus next, Appointment changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                changed,
                next,
                now.preparations(),
                now.holding(),
                now.reports(),
                now.agreements(),
                now.ending());
    }

    Conversation with(ConversationStatus next, MeetingHeld changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                now.appointment(),
                next,
                now.preparations(),
                changed,
                now.reports(),
                now.agreements(),
                now.ending());
    }

    Conversation with(ConversationStatus next, Reports changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                now.appointment(),
                next,
                now.preparations(),
                now.holding(),
                changed,
                now.agreements(),
                now.ending());
    }

    Conversation with(ConversationStatus next, Closure changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                now.appointment(),
                next,
                now.preparations(),
                now.holding(),
                now.reports(),
                now.agreements(),
                changed);
    }

    Conversation with(Preparations changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                now.appointment(),
                now.status(),
                changed,
                now.holding(),
                now.reports(),
                now.agreements(),
                now.ending());
    }

    Conversation with(Agreements changed) {
        return new Conversation(
                now.plan(),
                now.participants(),
                now.appointment(),
                now.status(),
                now.preparations(),
                now.holding(),
                now.reports(),
                changed,
                now.ending());
    }

    /** With one agreement kept or dropped. */
    Decision<Conversation> settled(String id, UnaryOperator<Agreement> settle) {
        return now.agreements()
                .barred(id)
                .<Decision<Conversation>>map(Decision.Refused::new)
                .orElseGet(() -> {
                    Agreement settled = settle.apply(now.agreements().find(id).orElseThrow());
                    return Decision.accept(
                            with(now.agreements().with(settled)),
                            ConversationEvents.of(now).settled(settled));
                });
    }
}
