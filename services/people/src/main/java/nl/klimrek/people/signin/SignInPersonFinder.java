package nl.klimrek.people.signin;

import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.people.signin.SignIn.Facts;
import nl.klimrek.people.signin.SignIn.Status;

/**
 * Finds the employed person that an issuer describes: by employee number, otherwise by an address that only one person
 * has.
 */
public final class SignInPersonFinder {

    private final EmployeeNumberRepository numbers;
    private final EmailOwnership emails;
    private final RosterService roster;

    public SignInPersonFinder(EmployeeNumberRepository numbers, EmailOwnership emails, RosterService roster) {
        this.numbers = numbers;
        this.emails = emails;
        this.roster = roster;
    }

    record Found(String person, Status how) {}

    /** Finds the person. When nobody has the given number, the address is not tried instead. */
    Optional<Found> find(Organisation organisation, Facts facts) {
        if (facts.employeeNumber() != null && facts.source() != null) {
            return numbers.find(organisation, facts.source(), facts.employeeNumber())
                    .filter(person -> employed(organisation, person))
                    .map(person -> new Found(person, Status.BY_NUMBER));
        }
        List<Person> holders = facts.email() == null ? List.of() : emails.employedWith(organisation, facts.email());
        return holders.size() == 1
                ? Optional.of(new Found(holders.get(0).person(), Status.BY_EMAIL))
                : Optional.empty();
    }

    boolean employed(Organisation organisation, String person) {
        return roster.employed(organisation, person);
    }
}
