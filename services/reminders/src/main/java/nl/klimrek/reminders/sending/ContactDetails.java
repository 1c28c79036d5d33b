package nl.klimrek.reminders.sending;

import java.util.Locale;
import nl.klimrek.contracts.directory.PersonListed;
import org.jspecify.annotations.Nullable;

/**
 * A person's contact details from the directory.
 *
 * @param givenName null when unknown
 * @param email null when unknown
 * @param language BCP 47 language tag; null when unknown
 */
public record ContactDetails(
        @Nullable String givenName,
        @Nullable String email,
        @Nullable String language) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    static ContactDetails of(PersonListed listed) {
        return new ContactDetails(listed.givenName(), listed.email(), listed.language());
    }

    /** The language to write in: Dutch for people who read it or whose language is unknown, otherwise English. */
    Locale locale() {
        return language == null
                        || DUTCH.getLanguage()
                                .equals(Locale.forLanguageTag(language).getLanguage())
                ? DUTCH
                : Locale.ENGLISH;
    }

    /** The details after erasure: none. */
    static ContactDetails erased() {
        return new ContactDetails(null, null, null);
    }
}
