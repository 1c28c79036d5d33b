package nl.klimrek.people.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.people.person.EmployeeFacts;
import nl.klimrek.people.person.HrNumber;
import nl.klimrek.people.person.Outcome;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.RecordResult;

/**
 * Sees to it that one person stays one person. A record with an unknown number that is probably about somebody on the
 * roster waits for HR's answer; one that shares only an address makes a person, and HR is asked too.
 */
public final class Duplicates {

    private static final Set<String> RECOGNISED_BY = Set.of("email", "givenName", "familyName", "startDate");

    private final DuplicateFinder finder;
    private final Marks marks;
    private final Questions questions;

    public Duplicates(DuplicateFinder finder, Marks marks, Questions questions) {
        this.finder = finder;
        this.marks = marks;
        this.questions = questions;
    }

    /**
     * What HR has to say before or after a record is processed.
     *
     * @param likely people who are probably the same; the record must wait for HR
     * @param possible people who share something; the record need not wait
     * @param crowded whether somebody else was noted with the same address or name, who may not be stored yet
     * @param newcomer whether nobody had the number
     */
    public record Check(
            List<PossibleDuplicate> likely, List<PossibleDuplicate> possible, boolean crowded, boolean newcomer) {

        public static final Check NONE = new Check(List.of(), List.of(), false, false);

        private Check ofNewcomer(boolean isNew) {
            return new Check(likely, possible, crowded, isNew);
        }
    }

    /** Who may be the person with this number; nobody when the number is known. Writes nothing. */
    public Check check(Organisation organisation, String source, String number, EmployeeFacts facts) {
        return finder.knows(organisation, source, number) ? Check.NONE : alike(organisation, source, number, facts);
    }

    /** Two who came at the same moment see each other only now. */
    public List<PossibleDuplicate> afterwards(
            Organisation organisation, String source, String number, EmployeeFacts facts) {
        Check check = alike(organisation, source, number, facts);
        return Stream.concat(check.likely().stream(), check.possible().stream()).toList();
    }

    /** The same for a record that is about to be processed: notes first by what its person is recognised. */
    public Check noteAndCheck(Organisation organisation, String source, String number, EmployeeFacts facts) {
        Optional<String> person = finder.personOf(organisation, source, number);
        if (person.filter(known -> finder.heard(organisation, known)).isPresent()) {
            return Check.NONE;
        }
        marks.note(organisation, source, number, facts);
        return alike(organisation, source, number, facts).ofNewcomer(person.isEmpty());
    }

    /** Notes a known person's new address or name. */
    public void changed(Organisation organisation, Person person, String number, RecordResult result) {
        EmployeeFacts facts = person.foreseen();
        if (facts != null
                && result.outcome() != Outcome.NEW
                && result.changes().stream().anyMatch(change -> RECOGNISED_BY.contains(change.field()))) {
            marks.note(organisation, person.source(), number, facts);
        }
    }

    /** Asks HR. @param waiting item in quarantine that waits for the answer; null when nothing waits */
    public void ask(
            Organisation organisation, String source, String number, List<PossibleDuplicate> alike, String waiting) {
        questions.ask(organisation, source, number, alike, waiting);
    }

    private Check alike(Organisation organisation, String source, String number, EmployeeFacts facts) {
        List<HrNumber> noted = finder.noted(organisation, facts);
        List<DuplicateFinder.Candidate> candidates =
                finder.candidates(organisation, source, number, facts, noted).stream()
                        .filter(candidate -> !candidate.person().numbers().contains(new HrNumber(source, number)))
                        .filter(candidate -> !questions.toldApart(
                                organisation, source, number, candidate.person().person()))
                        .toList();
        return new Check(
                duplicates(candidates, source, number, true),
                duplicates(candidates, source, number, false),
                noted.size() > 1,
                false);
    }

    private static List<PossibleDuplicate> duplicates(
            List<DuplicateFinder.Candidate> candidates, String source, String number, boolean likely) {
        return candidates.stream()
                .filter(candidate -> candidate.likely() == likely)
                .map(candidate -> new PossibleDuplicate(
                        Questions.idOf(source, number, candidate.person().person()),
                        candidate.person().person(),
                        candidate.because()))
                .toList();
    }
}
