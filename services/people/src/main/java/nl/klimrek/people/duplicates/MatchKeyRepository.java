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
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.StableId;
import org.jspecify.annotations.Nullable;

/**
 * Match keys of people: the e-mail address, and the name with the first day. A key only proposes candidates; readers
 * check the people themselves, who may have another address by now. Keys hold hashes, not addresses.
 */
public final class MatchKeyRepository {

    private final AggregateStore<MatchKeyHolders> matchKeys;

    public MatchKeyRepository(AggregateStore<MatchKeyHolders> matchKeys) {
        this.matchKeys = matchKeys;
    }

    /** Stores the match keys of a record. Call it before the person is stored. */
    public void add(Organisation organisation, String source, String number, EmployeeFacts facts) {
        EmployeeNumber holder = new EmployeeNumber(source, number);
        MatchKeyHolders alone = new MatchKeyHolders(List.of(holder));
        Set<Key> keys = keys(organisation, facts).collect(Collectors.toCollection(LinkedHashSet::new));
        keys.removeAll(matchKeys.createAll(keys.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> new AggregateStore.InitialState<>(MessageContext.system("people"), alone)))));
        keys.forEach(key -> matchKeys.handle(key, MessageContext.system("people"), known -> {
            MatchKeyHolders before = known.orElse(new MatchKeyHolders(List.of()));
            MatchKeyHolders after = before.with(holder);
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        }));
    }

    /** Numbers noted with the same address, or the same name and first day, in order of arrival. */
    List<EmployeeNumber> findSharing(Organisation organisation, EmployeeFacts facts) {
        return matchKeys.findAll(keys(organisation, facts).toList()).stream()
                .map(Versioned::state)
                .flatMap(mark -> mark.holders().stream())
                .distinct()
                .toList();
    }

    /** Numbers noted with this address, in order of arrival. */
    List<EmployeeNumber> findByEmail(Organisation organisation, String email) {
        return matchKeys
                .find(byEmail(organisation, email))
                .map(Versioned::state)
                .map(MatchKeyHolders::holders)
                .orElse(List.of());
    }

    static boolean sameEmail(EmployeeFacts one, EmployeeFacts other) {
        return sameEmail(one.email(), other.email());
    }

    static boolean sameEmail(@Nullable String one, @Nullable String other) {
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
