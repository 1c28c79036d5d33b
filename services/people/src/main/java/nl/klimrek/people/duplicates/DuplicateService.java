package nl.klimrek.people.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.EmployeeNumber;
import nl.klimrek.people.person.NumberLookup;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.people.person.RecordResult;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one person from becoming two. A record with an unknown number that is probably about a person on the roster
 * waits for HR's answer. One that shares only an address creates a person, and HR is asked as well.
 */
public final class DuplicateService {

    private static final Set<String> RECOGNISED_BY = Set.of("email", "givenName", "familyName", "startDate");

    private final DuplicateFinder finder;
    private final MatchKeyRepository matchKeys;
    private final DuplicateQuestionService questions;

    public DuplicateService(DuplicateFinder finder, MatchKeyRepository matchKeys, DuplicateQuestionService questions) {
        this.finder = finder;
        this.matchKeys = matchKeys;
        this.questions = questions;
    }

    /**
     * The duplicates found for a record.
     *
     * @param likely people who are probably the same; the record must wait for HR
     * @param possible people who share something; the record is processed without waiting
     * @param crowded whether others were noted with the same address or name, who may not be stored yet
     * @param lookup who has the number
     */
    public record Check(
            List<PossibleDuplicate> likely, List<PossibleDuplicate> possible, boolean crowded, NumberLookup lookup) {

        public static final Check NONE = new Check(List.of(), List.of(), false, NumberLookup.NOT_READ);

        private Check with(NumberLookup found) {
            return new Check(likely, possible, crowded, found);
        }
    }

    /** Finds who may be the person with this number; nobody when the number is known. Writes nothing. */
    public Check check(Organisation organisation, String source, String number, EmployeeFacts facts) {
        return finder.isKnown(organisation, source, number) ? Check.NONE : compare(organisation, source, number, facts);
    }

    /** Checks again after the record is stored: two people who came at the same moment see each other only now. */
    public List<PossibleDuplicate> checkAgain(
            Organisation organisation, String source, String number, EmployeeFacts facts) {
        Check check = compare(organisation, source, number, facts);
        return Stream.concat(check.likely().stream(), check.possible().stream()).toList();
    }

    /** The same for a record that is about to be processed. Stores the person's match keys first. */
    public Check addMatchKeysAndCheck(Organisation organisation, String source, String number, EmployeeFacts facts) {
        Optional<String> id = finder.findOrCreate(organisation, source, number);
        Optional<Person> person = id.flatMap(known -> finder.find(organisation, known));
        if (person.filter(Person::hasRecords).isPresent()) {
            return Check.NONE.with(new NumberLookup(person, false));
        }
        matchKeys.add(organisation, source, number, facts);
        return compare(organisation, source, number, facts).with(new NumberLookup(person, id.isEmpty()));
    }

    /** Stores the match keys of a known person whose address or name changed. */
    public void updateMatchKeys(Organisation organisation, Person person, String number, RecordResult result) {
        EmployeeFacts facts = person.expectedFacts();
        if (facts != null
                && result.outcome() != RecordOutcome.NEW
                && result.changes().stream().anyMatch(change -> RECOGNISED_BY.contains(change.field()))) {
            matchKeys.add(organisation, person.source(), number, facts);
        }
    }

    /** Asks HR about these people. @param waiting item in quarantine that waits for the answer; null when nothing waits */
    public void ask(
            Organisation organisation,
            String source,
            String number,
            List<PossibleDuplicate> alike,
            @Nullable String waiting) {
        questions.ask(organisation, source, number, alike, waiting);
    }

    private Check compare(Organisation organisation, String source, String number, EmployeeFacts facts) {
        List<EmployeeNumber> noted = finder.withSameKeys(organisation, facts);
        List<DuplicateFinder.Candidate> candidates =
                finder.candidates(organisation, source, number, facts, noted).stream()
                        .filter(candidate -> !candidate.person().numbers().contains(new EmployeeNumber(source, number)))
                        .filter(candidate -> !questions.areDifferent(
                                organisation, source, number, candidate.person().person()))
                        .toList();
        return new Check(
                duplicates(candidates, source, number, true),
                duplicates(candidates, source, number, false),
                noted.size() > 1,
                NumberLookup.NOT_READ);
    }

    private static List<PossibleDuplicate> duplicates(
            List<DuplicateFinder.Candidate> candidates, String source, String number, boolean likely) {
        return candidates.stream()
                .filter(candidate -> candidate.likely() == likely)
                .map(candidate -> new PossibleDuplicate(
                        DuplicateQuestionService.idOf(
                                source, number, candidate.person().person()),
                        candidate.person().person(),
                        candidate.because()))
                .toList();
    }
}
