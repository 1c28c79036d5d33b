package nl.klimrek.reminders.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.servicekit.text.NameText;
import org.jspecify.annotations.Nullable;

/**
 * A person's contact details from the directory.
 *
 * @param givenName null when unknown
 * @param familyName null when unknown
 * @param email null when unknown
 * @param language BCP 47 language tag; null when unknown
 * @param undeliverableSince moment since which the address accepts no mail; null while it does
 */
public record ContactDetails(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable String language,
        @Nullable Instant undeliverableSince) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    static ContactDetails of(PersonListed listed) {
        return new ContactDetails(listed.givenName(), listed.familyName(), listed.email(), listed.language(), null);
    }

    /** These details after the person was listed again: a record that changed gives its address another chance. */
    ContactDetails listedAgain(PersonListed listed) {
        ContactDetails next = of(listed);
        return next.equals(new ContactDetails(givenName, familyName, email, language, null)) ? this : next;
    }

    /** These details with an address that accepts no mail. */
    ContactDetails undeliverable(Instant since) {
        return undeliverableSince != null ? this : new ContactDetails(givenName, familyName, email, language, since);
    }

    /** Whether mail may be sent to this person. */
    public boolean isReachable() {
        return email != null && undeliverableSince == null;
    }

    /** The full name; empty when unknown or not a text that can be shown as a name. */
    public String name() {
        String name = Stream.of(givenName, familyName)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return NameText.isPlain(name) ? name : "";
    }

    /** The language to write in: Dutch for people who read it or whose language is unknown, otherwise English. */
    public Locale locale() {
        return language == null
                        || DUTCH.getLanguage()
                                .equals(Locale.forLanguageTag(language).getLanguage())
                ? DUTCH
                : Locale.ENGLISH;
    }

    /** The details after erasure: none. */
    static ContactDetails erased() {
        return new ContactDetails(null, null, null, null, null);
    }
}
