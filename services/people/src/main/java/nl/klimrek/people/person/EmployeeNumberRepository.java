package nl.klimrek.people.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.StableId;

/**
 * Finds people by employee number. A number always belongs to one person, also when two records about it are processed
 * at once: the key follows from the number, so only one of them can create the link.
 */
public final class EmployeeNumberRepository {

    private final AggregateStore<EmployeeNumberLink> numbers;

    public EmployeeNumberRepository(AggregateStore<EmployeeNumberLink> numbers) {
        this.numbers = numbers;
    }

    /** The id of the person with this number; a new id if nobody has it. */
    public String findOrCreate(Organisation organisation, String source, String number) {
        return numbers.create(
                        key(organisation, source, number),
                        MessageContext.system("people"),
                        known -> known.isPresent() ? Decision.unchanged() : Decision.accept(fresh(source, number)))
                .state()
                .person();
    }

    /**
     * Links this number to the person.
     *
     * @return the other person who had it before; empty when there was none
     */
    public Optional<String> link(Organisation organisation, String source, String number, String person) {
        AtomicReference<String> before = new AtomicReference<>();
        numbers.handle(key(organisation, source, number), MessageContext.system("people"), known -> {
            before.set(known.map(EmployeeNumberLink::person)
                    .filter(other -> !other.equals(person))
                    .orElse(null));
            return known.filter(had -> had.person().equals(person)).isPresent()
                    ? Decision.unchanged()
                    : Decision.accept(new EmployeeNumberLink(source, number, person));
        });
        return Optional.ofNullable(before.get());
    }

    /** The person with this number; empty when nobody has it. */
    public Optional<String> find(Organisation organisation, String source, String number) {
        return numbers.find(key(organisation, source, number))
                .map(Versioned::state)
                .map(EmployeeNumberLink::person);
    }

    /** The links of those numbers that somebody has. */
    public List<EmployeeNumberLink> findAll(Organisation organisation, String source, List<String> wanted) {
        return numbers
                .findAll(wanted.stream()
                        .map(number -> key(organisation, source, number))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
    }

    private static EmployeeNumberLink fresh(String source, String number) {
        return new EmployeeNumberLink(source, number, UUID.randomUUID().toString());
    }

    private static Key key(Organisation organisation, String source, String number) {
        return Key.of(organisation, StableId.of(source, number));
    }
}
