package nl.klimrek.portal.reader;

import nl.klimrek.contracts.directory.PersonListed;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory lists them; without a name after erasure.
 *
 * @param givenName may be null
 * @param familyName null after erasure
 * @param timeZone IANA time zone; may be null
 */
public record ListedPerson(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String timeZone) {
    static final ListedPerson ERASED = new ListedPerson(null, null, null);

    static ListedPerson of(PersonListed listed) {
        return new ListedPerson(listed.givenName(), listed.familyName(), listed.timeZone());
    }

    /** As people write it; empty when nothing is known. */
    String fullName() {
        String given = givenName == null ? "" : givenName;
        String family = familyName == null ? "" : familyName;
        return (given + " " + family).strip();
    }
}
