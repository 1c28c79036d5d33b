package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * One side shared its preparation with the other.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by whose preparation
 */
@EventContract(type = "nl.klimrek.conversations.preparation-shared.v1", topic = Topics.CONVERSATIONS)
public record PreparationShared(String conversation, String employee, String counterpart, Side by) {}
