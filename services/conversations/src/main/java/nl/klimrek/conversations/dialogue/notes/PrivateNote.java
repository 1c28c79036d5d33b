package nl.klimrek.conversations.dialogue.notes;

import java.time.Instant;
import nl.klimrek.conversations.dialogue.text.Words;

/**
 * A note of one author.
 *
 * @param id id
 * @param words what it says
 * @param writtenAt when
 */
public record PrivateNote(String id, Words words, Instant writtenAt) {}
