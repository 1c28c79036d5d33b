package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A side confirmed the report.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who confirms
 * @param version version of the report that is confirmed
 * @param complete whether both sides have now confirmed
 */
@EventContract(type = "nl.klimrek.conversations.conversation-confirmed.v1", topic = Topics.CONVERSATIONS)
public record ConversationConfirmed(
        String conversation, String employee, String counterpart, Side by, int version, boolean complete) {}
