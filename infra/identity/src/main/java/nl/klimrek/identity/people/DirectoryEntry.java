package nl.klimrek.identity.people;

/** What the directory tells about one person of one organisation; names and address may be unknown (empty). */
public record DirectoryEntry(
        String organisation, String person, String givenName, String familyName, String email, Language language) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }
}
