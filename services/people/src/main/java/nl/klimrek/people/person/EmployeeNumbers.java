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

/**
 * From HR numbers to people. A number of a source in an organisation is one person for good, also when two records about
 * it are taken at once: the key follows from the number, so only one of them can create it.
 */
public final class EmployeeNumbers {

    private final AggregateStore<EmployeeNumber> numbers;

    public EmployeeNumbers(AggregateStore<EmployeeNumber> numbers) {
        this.numbers = numbers;
    }

    /** The person with this number, made known now if nobody had it. */
    public String personOf(Organisation organisation, String source, String number) {
        return numbers.create(
                        key(organisation, source, number),
                        MessageContext.system("people"),
                        known -> known.isPresent() ? Decision.unchanged() : Decision.accept(fresh(source, number)))
                .state()
                .person();
    }

    /**
     * From now on, this number is that person's.
     *
     * @return the person who had it before; empty when nobody had
     */
    public Optional<String> link(Organisation organisation, String source, String number, String person) {
        AtomicReference<String> before = new AtomicReference<>();
        numbers.handle(key(organisation, source, number), MessageContext.system("people"), known -> {
            before.set(known.map(EmployeeNumber::person)
                    .filter(other -> !other.equals(person))
                    .orElse(null));
            return known.filter(had -> had.person().equals(person)).isPresent()
                    ? Decision.unchanged()
                    : Decision.accept(new EmployeeNumber(source, number, person));
        });
        return Optional.ofNullable(before.get());
    }

    /** The person with this number; empty when nobody has it. */
    public Optional<String> find(Organisation organisation, String source, String number) {
        return numbers.find(key(organisation, source, number))
                .map(Versioned::state)
                .map(EmployeeNumber::person);
    }

    /** The people with those numbers that somebody has. */
    public List<EmployeeNumber> findAll(Organisation organisation, String source, List<String> wanted) {
        return numbers
                .findAll(wanted.stream()
                        .map(number -> key(organisation, source, number))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
    }

    private static EmployeeNumber fresh(String source, String number) {
        return new EmployeeNumber(source, number, UUID.randomUUID().toString());
    }

    private static Key key(Organisation organisation, String source, String number) {
        return Key.of(organisation, StableId.of(source, number));
    }
}
