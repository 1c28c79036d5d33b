package nl.klimrek.people.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.people.duplicates.DuplicateQuestion.Answer;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.PossibleDuplicate.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * A duplicate question as HR sees it: are these two one person?
 *
 * @param because how they are alike
 * @param explanation the same in the reader's language
 * @param known the person on the roster
 * @param other the person of the other number
 * @param waiting id of the item in quarantine that waits for the answer; absent when both are on the roster
 * @param answer what HR answered; absent while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DuplicateQuestionView(
        String id,
        List<Likeness> because,
        String explanation,
        Side known,
        Side other,
        @Nullable String waiting,
        Instant askedAt,
        @Nullable Answer answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    /**
     * One of the two people, as HR compares them.
     *
     * @param person person id; absent when the number is of nobody on the roster
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Nullable String person,
            String source,
            String employeeNumber,
            @JsonProperty("standing") @Nullable EmploymentStatus status,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String email,
            @Nullable String team,
            @Nullable String job,
            @Nullable LocalDate startDate) {

        static Side of(Person person) {
            EmployeeFacts facts = person.expectedFacts();
            return facts == null
                    ? new Side(
                            person.person(),
                            person.source(),
                            person.number(),
                            person.status(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)
                    : new Side(
                            person.person(),
                            person.source(),
                            person.number(),
                            person.status(),
                            facts.givenName(),
                            facts.familyName(),
                            facts.email(),
                            facts.team(),
                            facts.job(),
                            facts.startDate());
        }
    }
}
