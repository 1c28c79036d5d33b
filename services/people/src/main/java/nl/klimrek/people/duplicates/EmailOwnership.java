package nl.klimrek.people.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;

/**
 * Decides which person is listed with an e-mail address. The directory lists an address for one employed person only,
 * the first who has it: an address that is listed twice lets nobody sign in. Others are listed without it until it is
 * free.
 */
public final class EmailOwnership {

    private final EmployeeNumberRepository numbers;
    private final AggregateStore<Person> people;
    private final MatchKeyRepository matchKeys;
    private final DirectoryService directory;

    public EmailOwnership(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            MatchKeyRepository matchKeys,
            DirectoryService directory) {
        this.numbers = numbers;
        this.people = people;
        this.matchKeys = matchKeys;
        this.directory = directory;
    }

    /** Whether the directory lists this person with their address. */
    public boolean holds(Organisation organisation, Person person) {
        String email = person.currentFacts().email();
        if (email == null) {
            return true;
        }
        List<Person> others = others(organisation, email, person);
        if (others.isEmpty()) {
            return true;
        }
        boolean listed = listed(organisation, person, email);
        boolean otherListed = others.stream().anyMatch(other -> listed(organisation, other, email));
        return listed == otherListed ? arrivedFirst(organisation, email, person, others) : listed;
    }

    private boolean listed(Organisation organisation, Person person, String email) {
        return directory
                .emailOf(organisation, person.person())
                .filter(known -> MatchKeyRepository.sameEmail(known, email))
                .isPresent();
    }

    private boolean arrivedFirst(Organisation organisation, String email, Person person, List<Person> others) {
        return matchKeys.findByEmail(organisation, email).stream()
                .filter(number -> person.numbers().contains(number)
                        || others.stream().anyMatch(other -> other.numbers().contains(number)))
                .findFirst()
                .filter(number -> !person.numbers().contains(number))
                .isEmpty();
    }

    /** The other employed people who have this address, besides a former holder. */
    public List<Person> others(Organisation organisation, String email, Person former) {
        return matchKeys.findByEmail(organisation, email).stream()
                .filter(number -> !former.numbers().contains(number))
                .flatMap(number -> find(organisation, number).stream())
                .filter(person -> !person.person().equals(former.person())
                        && person.employed()
                        && MatchKeyRepository.sameEmail(
                                email, person.currentFacts().email()))
                .toList();
    }

    /** All employed people who have this address. */
    public List<Person> employedWith(Organisation organisation, String email) {
        return matchKeys.findByEmail(organisation, email).stream()
                .flatMap(number -> find(organisation, number).stream())
                .filter(person -> person.employed()
                        && MatchKeyRepository.sameEmail(
                                email, person.currentFacts().email()))
                .collect(Collectors.toMap(Person::person, person -> person, (one, same) -> one))
                .values()
                .stream()
                .toList();
    }

    private Optional<Person> find(Organisation organisation, EmployeeNumber number) {
        return numbers.find(organisation, number.source(), number.number())
                .flatMap(person -> people.find(Key.of(organisation, person)))
                .map(Versioned::state);
    }
}
