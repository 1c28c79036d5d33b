package nl.klimrek.conversations.legacy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationIds;
import nl.klimrek.conversations.dialogue.LegacyAssessmentImport;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * One filled-in form of the old regime.
 *
 * @param employee person id
 * @param counterpart person id of who assessed
 * @param heldOn day it was held
 * @param form name of the form
 * @param content the form's name and every filled-in field, as text
 */
record Checklist(String employee, String counterpart, LocalDate heldOn, String form, String content) {

    /** The same checklist is the same conversation, in whatever file it comes again. */
    String conversation() {
        return ConversationIds.ofImport(employee, counterpart, heldOn, form);
    }

    /**
     * The conversation it becomes, held at noon.
     *
     * @param zone where the employee is
     * @param importId import that brings it
     */
    Decision<Conversation> imported(ZoneId zone, String importId) {
        return LegacyAssessmentImport.imported(
                conversation(),
                Participants.of(employee, counterpart, Relation.LINE),
                heldOn,
                heldOn.atTime(LocalTime.NOON).atZone(zone).toInstant(),
                PrivateText.of(content),
                importId);
    }

    @Override
    public String toString() {
        return "Checklist[" + conversation() + "]";
    }
}
