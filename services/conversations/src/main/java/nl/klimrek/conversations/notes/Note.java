package nl.klimrek.conversations.notes;

import java.time.Instant;
import nl.klimrek.conversations.dialogue.Words;

/**
 * A note of one author.
 *
 * @param id id
 * @param words what it says
 * @param writtenAt when
 */
public record Note(String id, Words words, Instant writtenAt) {}
