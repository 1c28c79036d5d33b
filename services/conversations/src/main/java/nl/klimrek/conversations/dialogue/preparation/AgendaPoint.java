package nl.klimrek.conversations.dialogue.preparation;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * Something one side put on the agenda for the other to see.
 *
 * @param id id
 * @param by whose
 * @param words what it is about
 */
public record AgendaPoint(String id, Side by, PrivateText words) {}
