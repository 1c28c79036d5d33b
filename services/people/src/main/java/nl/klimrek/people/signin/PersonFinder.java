package nl.klimrek.people.signin;

import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.duplicates.AddressHolders;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.roster.Roster;
import nl.klimrek.people.signin.SignIn.Facts;
import nl.klimrek.people.signin.SignIn.Status;

/** Finds the employed person whom an issuer describes: by employee number, else by an address that one person has. */
public final class PersonFinder {

    private final EmployeeNumbers numbers;
    private final AddressHolders addresses;
    private final Roster roster;

    public PersonFinder(EmployeeNumbers numbers, AddressHolders addresses, Roster roster) {
        this.numbers = numbers;
        this.addresses = addresses;
        this.roster = roster;
    }

    record Found(String person, Status how) {}

    /** A number that is nobody's is no reason to believe the address instead: then nobody is found. */
    Optional<Found> find(Organisation organisation, Facts facts) {
        if (facts.employeeNumber() != null && facts.source() != null) {
            return numbers.find(organisation, facts.source(), facts.employeeNumber())
                    .filter(person -> employed(organisation, person))
                    .map(person -> new Found(person, Status.BY_NUMBER));
        }
        List<Person> holders = facts.email() == null ? List.of() : addresses.employedWith(organisation, facts.email());
        return holders.size() == 1
                ? Optional.of(new Found(holders.get(0).person(), Status.BY_EMAIL))
                : Optional.empty();
    }

    boolean employed(Organisation organisation, String person) {
        return roster.find(organisation, person)
                .map(Versioned::state)
                .filter(Person::employed)
                .isPresent();
    }
}
