package nl.klimrek.reminders.rules;

/**
 * Recorded when the other participant leaves the line after the meeting; the employee then completes it alone.
 *
 * @param counterpart person id of the one who left, and who gets no prompts any more
 */
public record CounterpartLeft(String counterpart) {}
