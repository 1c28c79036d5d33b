package nl.klimrek.portal.form;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The message of the next page after a command.
 *
 * @param text     in the reader's language: who did what, and what happens next
 * @param undo     path that takes it back by a POST; null when there is no way back
 * @param undoText what the way back is called
 */
public record DoneMessage(
        String text, @Nullable String undo, @Nullable String undoText) implements Serializable {}
