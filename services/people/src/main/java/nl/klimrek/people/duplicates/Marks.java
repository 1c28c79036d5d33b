package nl.klimrek.people.duplicates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.EmployeeFacts;
import nl.klimrek.people.person.HrNumber;
import nl.klimrek.people.person.StableId;

/**
 * Who shares an e-mail address, or name and first day. Marks only propose: whoever reads them looks at the people
 * themselves, because somebody may have another address by now. Keys hold hashes, not the addresses.
 */
public final class Marks {

    private final AggregateStore<MarkHolders> marks;

    public Marks(AggregateStore<MarkHolders> marks) {
        this.marks = marks;
    }

    /** Notes what this record would be recognised by; to be called before its person is stored. */
    public void note(Organisation organisation, String source, String number, EmployeeFacts facts) {
        HrNumber holder = new HrNumber(source, number);
        MarkHolders alone = new MarkHolders(List.of(holder));
        Set<Key> keys = keys(organisation, facts).collect(Collectors.toCollection(LinkedHashSet::new));
        keys.removeAll(marks.createAll(keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> new AggregateStore.InitialState<>(MessageContext.system("people"), alone)))));
        keys.forEach(key -> marks.handle(key, MessageContext.system("people"), known -> {
            MarkHolders before = known.orElse(new MarkHolders(List.of()));
            MarkHolders after = before.with(holder);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        }));
    }

    /** Everybody who was noted with the same address, or the same name and first day, first comers first. */
    List<HrNumber> alike(Organisation organisation, EmployeeFacts facts) {
        return marks.findAll(keys(organisation, facts).toList()).stream()
                .map(Versioned::state)
                .flatMap(mark -> mark.holders().stream())
                .distinct()
                .toList();
    }

    /** Everybody who was noted with this address, first comers first. */
    List<HrNumber> ofEmail(Organisation organisation, String email) {
        return marks.find(byEmail(organisation, email))
                .map(Versioned::state)
                .map(MarkHolders::holders)
                .orElse(List.of());
    }

    static boolean sameEmail(EmployeeFacts one, EmployeeFacts other) {
        return sameEmail(one.email(), other.email());
    }

    static boolean sameEmail(String one, String other) {
        return one != null && other != null && folded(one).equals(folded(other));
    }

    static boolean sameName(EmployeeFacts one, EmployeeFacts other) {
        return one.givenName() != null
                && other.givenName() != null
                && folded(one.givenName()).equals(folded(other.givenName()))
                && folded(one.familyName()).equals(folded(other.familyName()));
    }

    private static Stream<Key> keys(Organisation organisation, EmployeeFacts facts) {
        Stream<Key> email = facts.email() == null ? Stream.of() : Stream.of(byEmail(organisation, facts.email()));
        Stream<Key> name = facts.givenName() == null
                ? Stream.of()
                : Stream.of(Key.of(
                        organisation,
                        StableId.of(
                                "name",
                                folded(facts.givenName()),
                                folded(facts.familyName()),
                                facts.startDate().toString())));
        return Stream.concat(email, name);
    }

    private static Key byEmail(Organisation organisation, String email) {
        return Key.of(organisation, StableId.of("email", folded(email)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
