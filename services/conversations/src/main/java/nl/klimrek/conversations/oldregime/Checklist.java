package nl.klimrek.conversations.oldregime;

import java.time.LocalDate;

import nl.klimrek.conversations.dialogue.ConversationIds;

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

    @Override
    public String toString() {
        return "Checklist[" + conversation() + "]";
    }
}
