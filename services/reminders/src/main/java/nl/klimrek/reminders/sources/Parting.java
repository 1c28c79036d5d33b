package nl.klimrek.reminders.sources;

/**
 * Of a conversation that took place: its counterpart's relation ended, and the employee finishes alone.
 *
 * @param counterpart person id of the one of whom nothing is asked any more
 */
public record Parting(String counterpart) {}
