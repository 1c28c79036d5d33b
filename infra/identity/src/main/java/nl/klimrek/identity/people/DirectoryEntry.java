package nl.klimrek.identity.people;

import nl.klimrek.identity.Language;

/** The directory's entry of one person; names and address may be empty. */
public record DirectoryEntry(
        String organisation, String person, String givenName, String familyName, String email, Language language) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
