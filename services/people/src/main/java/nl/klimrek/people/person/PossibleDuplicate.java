package nl.klimrek.people.person;

import java.util.List;

/**
 * A person who may be the one that a record is about.
 *
 * @param question id of the question to HR; null in a dry run for a person of an earlier row
 * @param person id of the person on the roster; null in a dry run for a person of an earlier row
 * @param because how they are alike
 */
public record PossibleDuplicate(String question, String person, List<Likeness> because) {

    /** How two people can be alike. */
    public enum Likeness {
        /** The employee numbers differ in leading zeros only. */
        NUMBER_WITHOUT_ZEROS,
        SAME_EMAIL,
        /** Given name, family name and first day of employment are the same. */
        SAME_NAME_AND_START
    }

    public PossibleDuplicate {
        because = List.copyOf(because);
    }
}
