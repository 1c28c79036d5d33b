package nl.klimrek.people.duplicates;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;

/**
 * How alike two descriptions of people are.
 *
 * @param because what is the same; empty when nothing is
 * @param likely whether they are probably one person; two who share only a mailbox are not
 */
record Resemblance(List<Likeness> because, boolean likely) {

    /**
     * Compares two descriptions.
     *
     * @param sameFigures whether the numbers differ in leading zeros only
     * @param left whether the known person left: the address may be another person's by now, unless the name is the same
     */
    static Resemblance of(EmployeeFacts known, EmployeeFacts facts, boolean sameFigures, boolean left) {
        boolean email = MatchKeyRepository.sameEmail(known, facts);
        boolean name = MatchKeyRepository.sameName(known, facts);
        boolean start = known.startDate().equals(facts.startDate());
        List<Likeness> because = new ArrayList<>();
        if (sameFigures) {
            because.add(Likeness.NUMBER_WITHOUT_ZEROS);
        }
        if (email && (!left || name)) {
            because.add(Likeness.SAME_EMAIL);
        }
        if (name && start) {
            because.add(Likeness.SAME_NAME_AND_START);
        }
        boolean family = known.familyName().equalsIgnoreCase(facts.familyName());
        boolean otherEmail = !email && known.email() != null && facts.email() != null;
        boolean unnamed = known.givenName() == null || facts.givenName() == null;
        return new Resemblance(
                List.copyOf(because),
                sameFigures && (email || family)
                        || email && (name || family && unnamed)
                        || name && start && !otherEmail);
    }
}
