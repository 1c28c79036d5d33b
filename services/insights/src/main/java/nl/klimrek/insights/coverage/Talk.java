package nl.klimrek.insights.coverage;

import java.time.Instant;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * What is known here of one conversation.
 *
 * @param type what it is for; null for a type newer than this code
 * @param heldAt when it took place; null while it did not
 */
public record Talk(ConversationType type, Instant heldAt) {}
