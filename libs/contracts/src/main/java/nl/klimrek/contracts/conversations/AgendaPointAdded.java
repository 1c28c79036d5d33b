package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A participant put a point on the agenda.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by who put it there
 * @param point id of the point
 * @param content commitment of the point
 */
@EventContract(type = "nl.klimrek.conversations.agenda-point-added.v1", topic = Topics.CONVERSATIONS)
public record AgendaPointAdded(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        String point,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
