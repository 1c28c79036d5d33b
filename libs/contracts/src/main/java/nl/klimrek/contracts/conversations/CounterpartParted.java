package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * The counterpart's relation ended after the conversation was held; the employee finishes alone.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 */
@EventContract(type = "nl.klimrek.conversations.counterpart-parted.v1", topic = Topics.CONVERSATIONS)
public record CounterpartParted(String conversation, String employee, String counterpart) {}
