package nl.klimrek.conversations.dialogue.report;

import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * A participant's own view on the report (zienswijze), beside it and never over it.
 *
 * @param by whose
 * @param words what it says
 */
public record Statement(Side by, PrivateText words) {}
