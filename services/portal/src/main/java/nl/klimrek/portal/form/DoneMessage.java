package nl.klimrek.portal.form;

import java.io.Serializable;

/**
 * What was done, as the next page tells it.
 *
 * @param text     in the reader's language: who did what, and what happens next
 * @param undo     path that takes it back by a POST; null when there is no way back
 * @param undoText what the way back is called
 */
public record DoneMessage(String text, String undo, String undoText) implements Serializable {}
