package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * A participant shared a note on the conversation with the other side.
 *
 * @param conversation id of the conversation
 * @param employee person id of the employee
 * @param counterpart person id of the one the employee talks with
 * @param by whose note
 * @param note id of the note
 * @param content commitment of the note
 */
@EventContract(type = "nl.klimrek.conversations.note-shared.v1", topic = Topics.CONVERSATIONS)
public record NoteShared(
        String conversation,
        String employee,
        String counterpart,
        Side by,
        String note,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
