package nl.klimrek.people.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.EmployeeFacts;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.HrNumber;
import nl.klimrek.people.person.HrText;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;

/** Finds people on the roster who may be the person that a record with an unknown number is about. */
public final class DuplicateFinder {

    /** No HR system pads its numbers to more figures than this. */
    private static final int LONGEST_PADDED = 10;
    /** HR is asked about this many people at most. */
    private static final int MAX = 3;

    private final EmployeeNumbers numbers;
    private final AggregateStore<Person> people;
    private final Marks marks;

    public DuplicateFinder(EmployeeNumbers numbers, AggregateStore<Person> people, Marks marks) {
        this.numbers = numbers;
        this.people = people;
        this.marks = marks;
    }

    /** Somebody on the roster who is alike. */
    record Candidate(Person person, List<Likeness> because, boolean likely) {}

    /** People who are alike, except those with this number. */
    List<Candidate> candidates(Organisation organisation, String source, String number, EmployeeFacts facts) {
        Map<String, Boolean> ids = new LinkedHashMap<>();
        numbers.findAll(organisation, source, padded(number)).forEach(known -> ids.put(known.person(), true));
        for (HrNumber holder : marks.alike(organisation, facts)) {
            if (!holder.equals(new HrNumber(source, number))) {
                numbers.find(organisation, holder.source(), holder.number()).ifPresent(person -> ids.putIfAbsent(person, false));
            }
        }
        List<Candidate> found = new ArrayList<>();
        people.findAll(ids.keySet().stream().map(id -> Key.of(organisation, id)).toList()).stream().map(Versioned::state)
                .filter(Person::heard).forEach(person -> add(found, person, facts, ids.get(person.person())));
        return found.stream().limit(MAX).toList();
    }

    private static void add(List<Candidate> found, Person person, EmployeeFacts facts, boolean sameFigures) {
        EmployeeFacts known = person.foreseen();
        if (known == null) {
            return;
        }
        boolean email = Marks.sameEmail(known, facts);
        boolean name = Marks.sameName(known, facts);
        boolean start = known.startDate().equals(facts.startDate());
        List<Likeness> because = new ArrayList<>();
        if (sameFigures) {
            because.add(Likeness.NUMBER_WITHOUT_ZEROS);
        }
        // The address of somebody who left is given to somebody else one day; the same name with it is no coincidence.
        if (email && (person.standing() != EmploymentStatus.LEFT || name)) {
            because.add(Likeness.SAME_EMAIL);
        }
        if (name && start) {
            because.add(Likeness.SAME_NAME_AND_START);
        }
        if (!because.isEmpty()) {
            found.add(new Candidate(person, because, likely(sameFigures, email, name, start, known, facts)));
        }
    }

    /** Whether making a second person would probably be wrong. Two who share only a mailbox are two people. */
    private static boolean likely(boolean sameFigures, boolean email, boolean name, boolean start, EmployeeFacts known,
            EmployeeFacts facts) {
        boolean family = known.familyName().equalsIgnoreCase(facts.familyName());
        boolean otherEmail = !email && known.email() != null && facts.email() != null;
        boolean unnamed = known.givenName() == null || facts.givenName() == null;
        return sameFigures && (email || family) || email && (name || family && unnamed) || name && start && !otherEmail;
    }

    /** This number with any count of leading zeros but its own. */
    private static List<String> padded(String number) {
        String bare = HrText.withoutLeadingZeros(number);
        return IntStream.range(0, Math.max(1, LONGEST_PADDED - bare.length() + 1)).mapToObj(zeros -> "0".repeat(zeros) + bare)
                .flatMap(known -> known.equals(number) ? Stream.of() : Stream.of(known)).toList();
    }
}
