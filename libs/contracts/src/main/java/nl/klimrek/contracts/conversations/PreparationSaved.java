package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * One side prepared; the content is its author's alone.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by whose preparation
 * @param content commitment of the preparation
 */
@EventContract(type = "nl.klimrek.conversations.preparation-saved.v1", topic = Topics.CONVERSATIONS)
public record PreparationSaved(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
