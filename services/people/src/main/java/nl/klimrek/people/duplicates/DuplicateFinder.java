package nl.klimrek.people.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;

/** Finds people on the roster who resemble the person of a record with an unknown number. */
public final class DuplicateFinder {

    /** No HR system pads its numbers to more digits. */
    private static final int MAX_PADDED_DIGITS = 10;
    /** The most people that HR is asked about for one record. */
    static final int MAX_CANDIDATES = 3;

    private final EmployeeNumberRepository numbers;
    private final AggregateStore<Person> people;
    private final MatchKeyRepository matchKeys;

    public DuplicateFinder(
            EmployeeNumberRepository numbers, AggregateStore<Person> people, MatchKeyRepository matchKeys) {
        this.numbers = numbers;
        this.people = people;
        this.matchKeys = matchKeys;
    }

    /** A person on the roster who resembles the one in the record. */
    record Candidate(Person person, List<Likeness> because, boolean likely) {}

    /** Whether the number is of a known person. A leaving record that came too early makes nobody known. */
    boolean isKnown(Organisation organisation, String source, String number) {
        return findOrCreate(organisation, source, number)
                .flatMap(person -> find(organisation, person))
                .filter(Person::hasRecords)
                .isPresent();
    }

    Optional<String> findOrCreate(Organisation organisation, String source, String number) {
        return numbers.find(organisation, source, number);
    }

    Optional<Person> find(Organisation organisation, String person) {
        return people.find(Key.of(organisation, person)).map(Versioned::state);
    }

    /** Numbers of all people noted with the same address, or the same name and first day. */
    List<EmployeeNumber> withSameKeys(Organisation organisation, EmployeeFacts facts) {
        return matchKeys.findSharing(organisation, facts);
    }

    /** People who are alike, except the one with this number. @param noted numbers noted with the same address or name */
    List<Candidate> candidates(
            Organisation organisation, String source, String number, EmployeeFacts facts, List<EmployeeNumber> noted) {
        Map<String, Boolean> ids = new LinkedHashMap<>();
        numbers.findAll(organisation, source, padded(number)).forEach(known -> ids.put(known.person(), true));
        for (EmployeeNumber holder : noted) {
            if (!holder.equals(new EmployeeNumber(source, number))) {
                numbers.find(organisation, holder.source(), holder.number())
                        .ifPresent(person -> ids.putIfAbsent(person, false));
            }
        }
        List<Candidate> found = new ArrayList<>();
        people.findAll(ids.keySet().stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state)
                .filter(Person::hasRecords)
                .forEach(person -> add(found, person, facts, ids.getOrDefault(person.person(), false)));
        return found.stream().limit(MAX_CANDIDATES).toList();
    }

    private static void add(List<Candidate> found, Person person, EmployeeFacts facts, boolean sameFigures) {
        EmployeeFacts known = person.expectedFacts();
        if (known == null) {
            return;
        }
        Resemblance alike = Resemblance.of(known, facts, sameFigures, person.status() == EmploymentStatus.LEFT);
        if (!alike.because().isEmpty()) {
            found.add(new Candidate(person, alike.because(), alike.likely()));
        }
    }

    /** This number with every other count of leading zeros. */
    private static List<String> padded(String number) {
        String bare = HrText.withoutLeadingZeros(number);
        return IntStream.range(0, Math.max(1, MAX_PADDED_DIGITS - bare.length() + 1))
                .mapToObj(zeros -> "0".repeat(zeros) + bare)
                .flatMap(known -> known.equals(number) ? Stream.of() : Stream.of(known))
                .toList();
    }
}
