package nl.klimrek.contracts.conversations;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody deleted a note of their own.
 *
 * @param note id of the note
 * @param author person id of the one whose it was
 * @param conversation conversation it went with
 */
@EventContract(type = "nl.klimrek.conversations.note-deleted.v1", topic = Topics.CONVERSATIONS)
public record NoteDeleted(String note, String author, String conversation) {}
