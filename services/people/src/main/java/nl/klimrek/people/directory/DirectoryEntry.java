package nl.klimrek.people.directory;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;

/**
 * Somebody's entry in the directory. An aggregate of its own, with its own sequence, because its facts travel on another
 * topic than those about the person; each listing has a fresh salt.
 *
 * @param person random person id; the rest as last listed
 */
public record DirectoryEntry(
        String person,
        String givenName,
        String familyName,
        String email,
        String language,
        String timeZone,
        String salt) {

    /** Whether this is what the person is called now; the salt does not count. */
    boolean tells(EmployeeFacts facts) {
        return equals(of(person, facts, salt));
    }

    /** Lists somebody as they are called now. */
    static Decision<DirectoryEntry> list(String person, EmployeeFacts facts) {
        DirectoryEntry entry =
                of(person, facts, Commitment.to(facts.familyName()).salt());
        return Decision.accept(
                entry,
                new PersonListed(
                        entry.person,
                        entry.givenName,
                        entry.familyName,
                        entry.email,
                        entry.language,
                        entry.timeZone,
                        entry.salt));
    }

    private static DirectoryEntry of(String person, EmployeeFacts facts, String salt) {
        return new DirectoryEntry(
                person, facts.givenName(), facts.familyName(), facts.email(), facts.language(), facts.timeZone(), salt);
    }
}
