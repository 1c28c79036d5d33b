package nl.klimrek.reminders.catalogue;

/**
 * Repeats a message while nothing follows, in other words each time.
 *
 * @param every days between two messages: 1 to 60
 * @param messages number of messages: 2 or 3
 * @param then who is asked to look after the last one
 */
public record PromptSeries(int every, int messages, EscalationTarget then) {}
