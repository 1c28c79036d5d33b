package nl.klimrek.insights.history;

import java.time.Instant;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * One conversation of an employee.
 *
 * @param type what it is for; null for a type newer than this code
 * @param heldAt when it took place; null while it did not
 */
public record ConversationRecord(ConversationType type, Instant heldAt) {}
