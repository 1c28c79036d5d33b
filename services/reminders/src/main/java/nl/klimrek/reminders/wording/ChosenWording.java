package nl.klimrek.reminders.wording;

import org.jspecify.annotations.Nullable;

/**
 * The words of one prompt, with the template that they come from, so that the record names what was read.
 *
 * @param template name of the template
 * @param version version of the template
 */
public record ChosenWording(String template, int version, String subject, String step, String why) {

    /** Version of the organisation's own words; null for the built-in ones. */
    public @Nullable Integer ownVersion() {
        return template.startsWith(WordingSelector.OWN) ? version : null;
    }
}
