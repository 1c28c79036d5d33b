package nl.klimrek.people.directory;

import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import org.jspecify.annotations.Nullable;

/**
 * A person's entry in the directory. It is an aggregate with a sequence of its own, because its events are on another
 * topic than the person's. Each listing has a fresh salt.
 *
 * @param person random person id; all other fields as last listed
 */
public record PersonListing(
        String person,
        @Nullable String givenName,
        String familyName,
        @Nullable String email,
        String language,
        String timeZone,
        String salt) {

    /** Whether the entry equals these facts, apart from the salt. */
    boolean matches(EmployeeFacts facts) {
        return equals(of(person, facts, salt));
    }

    /** Lists the person with these facts. */
    static Decision<PersonListing> list(String person, EmployeeFacts facts) {
        PersonListing entry =
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

    private static PersonListing of(String person, EmployeeFacts facts, String salt) {
        return new PersonListing(
                person, facts.givenName(), facts.familyName(), facts.email(), facts.language(), facts.timeZone(), salt);
    }
}
