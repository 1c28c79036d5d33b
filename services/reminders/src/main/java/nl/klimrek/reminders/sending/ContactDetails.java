package nl.klimrek.reminders.sending;

import java.util.Locale;
import nl.klimrek.contracts.directory.PersonListed;

/**
 * How to write to somebody, as the directory says.
 *
 * @param givenName given name; null when unknown
 * @param email address; null when unknown
 * @param language BCP 47 language tag; null when unknown
 */
public record ContactDetails(String givenName, String email, String language) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    static ContactDetails of(PersonListed listed) {
        return new ContactDetails(listed.givenName(), listed.email(), listed.language());
    }

    /** The language to write in: Dutch to who reads it or did not say, English to everybody else. */
    Locale locale() {
        return language == null
                        || DUTCH.getLanguage()
                                .equals(Locale.forLanguageTag(language).getLanguage())
                ? DUTCH
                : Locale.ENGLISH;
    }

    /** What is left after erasure. */
    static ContactDetails erased() {
        return new ContactDetails(null, null, null);
    }
}
