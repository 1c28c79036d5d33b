package nl.klimrek.reminders.rules;

/**
 * Of a conversation that took place: its counterpart's relation ended, and the employee finishes alone.
 *
 * @param counterpart person id of the one of whom nothing is asked any more
 */
public record CounterpartLeft(String counterpart) {}
