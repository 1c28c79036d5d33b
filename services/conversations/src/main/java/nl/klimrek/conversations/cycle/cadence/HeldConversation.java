package nl.klimrek.conversations.cycle.cadence;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * A conversation that took place.
 *
 * @param conversation id of the conversation
 * @param type what it was for
 * @param day when, where the employee is
 */
public record HeldConversation(String conversation, ConversationType type, LocalDate day) {}
