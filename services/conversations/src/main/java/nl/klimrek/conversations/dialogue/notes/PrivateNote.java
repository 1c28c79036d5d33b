package nl.klimrek.conversations.dialogue.notes;

import java.time.Instant;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * A note of one author.
 *
 * @param id id
 * @param words what it says
 * @param writtenAt when
 */
public record PrivateNote(String id, PrivateText words, Instant writtenAt) {}
