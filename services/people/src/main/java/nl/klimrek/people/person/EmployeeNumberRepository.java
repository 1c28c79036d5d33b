package nl.klimrek.people.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.StableId;
import org.jspecify.annotations.Nullable;

/**
 * Finds people by employee number. A number always belongs to one person, also when two records about it are processed
 * at once: the key follows from the number, so only one of them can create the link.
 */
public final class EmployeeNumberRepository {

    private final AggregateStore<EmployeeNumberLink> numbers;
    private final RestoredPersonIds restored;

    public EmployeeNumberRepository(AggregateStore<EmployeeNumberLink> numbers, RestoredPersonIds restored) {
        this.numbers = numbers;
        this.restored = restored;
    }

    /**
     * The link of this number. If nobody has it, a new one is made: with the id that the same record led to before a restore, or
     * else with a random id.
     *
     * @param introducedBy place of the record that names the number; null if no topic has it
     */
    public EmployeeNumberLink findOrCreate(
            Organisation organisation, EmployeeNumber number, @Nullable String introducedBy) {
        Optional<String> earlier =
                Optional.ofNullable(introducedBy).flatMap(place -> restored.find(organisation, place));
        EmployeeNumberLink fresh = new EmployeeNumberLink(
                number.source(),
                number.number(),
                earlier.orElseGet(() -> UUID.randomUUID().toString()),
                introducedBy);
        return Objects.requireNonNull(numbers.create(
                        key(organisation, number.source(), number.number()),
                        MessageContext.system("people"),
                        known -> known.isPresent() ? Decision.unchanged() : Decision.accept(fresh))
                .state());
    }

    /** The link of this number; empty when nobody has it. */
    public Optional<EmployeeNumberLink> findLink(Organisation organisation, EmployeeNumber number) {
        return numbers.find(key(organisation, number.source(), number.number())).map(Versioned::state);
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
                    : Decision.accept(new EmployeeNumberLink(source, number, person, null));
        });
        return Optional.ofNullable(before.get());
    }

    /** The person with this number; empty when nobody has it. */
    public Optional<String> find(Organisation organisation, String source, String number) {
        return findLink(organisation, new EmployeeNumber(source, number)).map(EmployeeNumberLink::person);
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

    private static Key key(Organisation organisation, String source, String number) {
        return Key.of(organisation, StableId.of(source, number));
    }
}
