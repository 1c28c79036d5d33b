package nl.klimrek.reminders.sending;

import nl.klimrek.contracts.directory.PersonListed;

/**
 * How to write to somebody, as the directory says.
 *
 * @param givenName given name; null when unknown
 * @param email address; null when unknown
 * @param language BCP 47 language tag
 * @param timeZone IANA time zone
 */
public record Address(String givenName, String email, String language, String timeZone) {

    static Address of(PersonListed listed) {
        return new Address(listed.givenName(), listed.email(), listed.language(), listed.timeZone());
    }

    /** What is left after erasure. */
    static Address erased() {
        return new Address(null, null, "nl", "UTC");
    }
}
