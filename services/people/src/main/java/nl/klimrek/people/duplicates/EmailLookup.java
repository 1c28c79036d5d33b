package nl.klimrek.people.duplicates;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;

/** Finds the people who have an e-mail address now, including those who have left. */
public final class EmailLookup {

    private final EmployeeNumberRepository numbers;
    private final AggregateStore<Person> people;
    private final MatchKeyRepository matchKeys;

    public EmailLookup(EmployeeNumberRepository numbers, AggregateStore<Person> people, MatchKeyRepository matchKeys) {
        this.numbers = numbers;
        this.people = people;
        this.matchKeys = matchKeys;
    }

    /**
     * The people who have an address.
     *
     * @param email the address as given in the request
     * @param people ids of those who have it
     * @param more whether more people may have it than were looked at
     */
    public record Owners(String email, Set<String> people, boolean more) {

        /** Whether the address does not identify one person. */
        public boolean shared() {
            return people.size() > 1 || more;
        }
    }

    /** The addresses that somebody has. Case and invisible characters make no difference. */
    public List<Owners> find(Organisation organisation, List<String> emails) {
        Map<String, List<EmployeeNumber>> noted = new LinkedHashMap<>();
        emails.forEach(
                email -> noted.computeIfAbsent(email, asked -> matchKeys.findByEmail(organisation, HrText.key(asked))));
        List<Person> candidates = candidates(
                organisation,
                noted.values().stream().flatMap(List::stream).distinct().toList());
        return noted.entrySet().stream()
                .map(asked ->
                        owners(asked.getKey(), asked.getValue().size() >= MatchKeyHolders.MAX_HOLDERS, candidates))
                .filter(found -> !found.people().isEmpty())
                .toList();
    }

    private static Owners owners(String email, boolean more, List<Person> candidates) {
        return new Owners(
                email,
                candidates.stream()
                        .filter(person -> person.expectedFacts() != null
                                && MatchKeyRepository.sameEmail(
                                        HrText.key(email),
                                        person.expectedFacts().email()))
                        .map(Person::person)
                        .collect(Collectors.toUnmodifiableSet()),
                more);
    }

    private List<Person> candidates(Organisation organisation, List<EmployeeNumber> holders) {
        Set<String> ids = new HashSet<>();
        holders.stream()
                .collect(Collectors.groupingBy(EmployeeNumber::source))
                .forEach((source, ofSource) ->
                        numbers
                                .findAll(
                                        organisation,
                                        source,
                                        ofSource.stream()
                                                .map(EmployeeNumber::number)
                                                .toList())
                                .stream()
                                .map(EmployeeNumberLink::person)
                                .forEach(ids::add));
        return people.findAll(ids.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .toList();
    }
}
