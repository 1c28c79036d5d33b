package nl.klimrek.people.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.klimrek.eventing.Decision;
import nl.klimrek.people.person.PossibleDuplicate;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * A question to HR: is the person with this number already on the roster? It is asked once, however often records come.
 *
 * @param id follows from number and person
 * @param source HR system of the number
 * @param number employee number of the record
 * @param person id of the person on the roster who may be the same
 * @param because how they are alike
 * @param waiting id of the newest item in quarantine that waits for the answer; null when nothing waits
 * @param askedAt when it was asked first
 * @param answer what HR answered; null while open
 * @param answeredBy person id of the HR user who answered; null while open
 * @param answeredAt when it was answered; null while open
 * @param siblings ids of the other questions about the same number: at most one person can be the same
 */
public record DuplicateQuestion(
        String id,
        String source,
        String number,
        String person,
        List<Likeness> because,
        @Nullable String waiting,
        Instant askedAt,
        @Nullable Answer answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        List<String> siblings) {

    public enum Answer {
        SAME_PERSON,
        DIFFERENT_PEOPLE
    }

    public DuplicateQuestion {
        because = because == null ? List.of() : List.copyOf(because);
        siblings = siblings == null ? List.of() : List.copyOf(siblings);
    }

    static DuplicateQuestion asked(
            String source,
            String number,
            PossibleDuplicate alike,
            @Nullable String waiting,
            List<String> siblings,
            Instant now) {
        return new DuplicateQuestion(
                alike.questionId(),
                source,
                number,
                Objects.requireNonNull(alike.person()),
                alike.because(),
                waiting,
                now,
                null,
                null,
                null,
                siblings);
    }

    /** Updates the open question after a newer record about the same number. */
    Decision<DuplicateQuestion> updated(@Nullable String item, List<String> others) {
        String next = item == null ? waiting : item;
        List<String> all =
                Stream.concat(siblings.stream(), others.stream()).distinct().toList();
        DuplicateQuestion after =
                new DuplicateQuestion(id, source, number, person, because, next, askedAt, null, null, null, all);
        return answer != null || after.equals(this) ? Decision.unchanged() : Decision.accept(after);
    }

    /** Records HR's answer. Refused with {@code question-answered} when another answer was given before. */
    Decision<DuplicateQuestion> answer(Answer given, String by, Instant now) {
        if (answer != null) {
            return answer == given ? Decision.unchanged() : Decision.refuse("question-answered");
        }
        return Decision.accept(
                new DuplicateQuestion(id, source, number, person, because, waiting, askedAt, given, by, now, siblings));
    }
}
