package nl.klimrek.conversations.dialogue;

import java.util.function.Function;
import nl.klimrek.conversations.dialogue.agreement.Agreements;
import nl.klimrek.conversations.dialogue.preparation.Preparations;
import nl.klimrek.conversations.dialogue.report.MeetingHeld;
import nl.klimrek.conversations.dialogue.report.Reports;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/** Builds the next state of a conversation from the present one. */
final class ConversationBuilder {

    private final Conversation from;
    private ConversationPlan plan;
    private Participants participants;
    private Appointment appointment;
    private ConversationStatus status;
    private Preparations preparations;
    private @Nullable MeetingHeld meeting;
    private Reports reports;
    private Agreements agreements;
    private @Nullable Closure closure;

    ConversationBuilder(Conversation from) {
        this.from = from;
        plan = from.plan();
        participants = from.participants();
        appointment = from.appointment();
        status = from.status();
        preparations = from.preparations();
        meeting = from.meeting();
        reports = from.reports();
        agreements = from.agreements();
        closure = from.closure();
    }

    ConversationBuilder plan(ConversationPlan changed) {
        plan = changed;
        return this;
    }

    ConversationBuilder participants(Participants changed) {
        participants = changed;
        return this;
    }

    ConversationBuilder appointment(Appointment changed) {
        appointment = changed;
        return this;
    }

    ConversationBuilder status(ConversationStatus changed) {
        status = changed;
        return this;
    }

    ConversationBuilder preparations(Preparations changed) {
        preparations = changed;
        return this;
    }

    ConversationBuilder meeting(MeetingHeld changed) {
        meeting = changed;
        return this;
    }

    ConversationBuilder reports(Reports changed) {
        reports = changed;
        return this;
    }

    ConversationBuilder agreements(Agreements changed) {
        agreements = changed;
        return this;
    }

    ConversationBuilder closure(Closure changed) {
        closure = changed;
        return this;
    }

    Conversation build() {
        return new Conversation(
                plan, participants, appointment, status, preparations, meeting, reports, agreements, closure);
    }

    /** Decides on this next state, with its event. */
    Decision<Conversation> decide(Function<ConversationEvents, Record> event) {
        Conversation next = build();
        return Decision.accept(next, event.apply(next.events()));
    }

    /** Decides on this next state, with its event; on no change when it equals the present one. */
    Decision<Conversation> decideIfChanged(Function<ConversationEvents, Record> event) {
        return build().equals(from) ? Decision.unchanged() : decide(event);
    }
}
