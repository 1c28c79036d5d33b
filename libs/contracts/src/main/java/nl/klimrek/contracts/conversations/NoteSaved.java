package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * Somebody wrote a note for themselves alone.
 *
 * @param note id of the note
 * @param author person id of its only reader
 * @param conversation conversation it goes with
 * @param content commitment of the note
 */
@EventContract(type = "nl.klimrek.conversations.note-saved.v1", topic = Topics.CONVERSATIONS)
public record NoteSaved(
        String note,
        String author,
        String conversation,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content) {}
