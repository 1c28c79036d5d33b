package nl.klimrek.conversations.dialogue;

import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;

/**
 * What a conversation is for and why it is there; never changes.
 *
 * @param conversation id of the conversation
 * @param type what it is for
 * @param reason why it was planned
 * @param cycle cycle it belongs to; null outside one
 * @param run planning run that made it; null outside one
 */
public record Plan(String conversation, ConversationType type, ConversationReason reason, String cycle, String run) {}
