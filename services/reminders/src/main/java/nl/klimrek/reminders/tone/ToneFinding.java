package nl.klimrek.reminders.tone;

/**
 * One thing that the check of tone found.
 *
 * @param rule what it is
 * @param part part of the text, such as {@code subject} or {@code steps[0]}
 * @param words the words that it is about; empty for the whole part
 * @param instead a plainer word; empty for none
 */
public record ToneFinding(ToneRule rule, String part, String words, String instead) {}
