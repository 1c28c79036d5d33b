package nl.klimrek.people.person;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person who may be the one that a record is about.
 *
 * @param question id of the question to HR; null in a dry run for a person of an earlier row
 * @param person id of the person on the roster; null in a dry run for a person of an earlier row
 * @param because how they are alike
 */
public record PossibleDuplicate(
        @Nullable String question, @Nullable String person, List<Likeness> because) {

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

    /** Id of the question about a person on the roster. */
    public String questionId() {
        return Objects.requireNonNull(question, "a dry run asks no question");
    }
}
