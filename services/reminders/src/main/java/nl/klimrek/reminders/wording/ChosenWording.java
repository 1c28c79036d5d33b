package nl.klimrek.reminders.wording;

/**
 * The words of one message, with the template that they come from, so that the record names what was read.
 *
 * @param template name of the template
 * @param version version of the template
 */
public record ChosenWording(String template, int version, String subject, String step, String why) {}
