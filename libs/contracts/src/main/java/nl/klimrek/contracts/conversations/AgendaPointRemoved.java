package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A participant took a point of their own off the agenda.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who took it off
 * @param point id of the point
 */
@EventContract(type = "nl.klimrek.conversations.agenda-point-removed.v1", topic = Topics.CONVERSATIONS)
public record AgendaPointRemoved(String conversation, String employee, String counterpart, Side by, String point) {}
