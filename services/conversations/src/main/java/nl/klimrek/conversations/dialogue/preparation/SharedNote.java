package nl.klimrek.conversations.dialogue.preparation;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * A note one side lets the other read. A note that is its author's alone is not here but in a notebook of its own.
 *
 * @param id id
 * @param by whose
 * @param words what it says
 */
public record SharedNote(String id, Side by, PrivateText words) {}
