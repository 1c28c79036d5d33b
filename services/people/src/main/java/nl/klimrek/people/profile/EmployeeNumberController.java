package nl.klimrek.people.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ProcessedRecord;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.people.person.ReportingLine.NoManager;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells HR the outcome of records by employee number, so that a sender sees that each arrived. Answers hold no names.
 */
@RestController
final class EmployeeNumberController {

    private static final int MAX_VALUES = 100;

    private final EmployeeNumberRepository numbers;
    private final AggregateStore<Person> people;
    private final HeadcountProjection headcount;
    private final PeopleAccess access;

    EmployeeNumberController(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            HeadcountProjection headcount,
            PeopleAccess access) {
        this.numbers = numbers;
        this.people = people;
        this.headcount = headcount;
        this.access = access;
    }

    /**
     * A number, its person and the outcome of its records.
     *
     * @param manager person id of the manager; absent without one
     * @param withoutManagerBecause why there is none, for the employed
     * @param counted how the summary counts the person; absent until it does
     * @param records ids of the newest processed records about this number
     * @param outcomes outcome of each of them, and when the HR system stated it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Numbered(
            String number,
            String person,
            @JsonProperty("standing") EmploymentStatus status,
            @Nullable String manager,
            @Nullable NoManager withoutManagerBecause,
            HeadcountProjection.@Nullable Place counted,
            List<String> records,
            List<Processed> outcomes) {}

    /** The outcome of one record. */
    record Processed(String record, RecordOutcome outcome, Instant saidAt) {

        static Processed of(ProcessedRecord known) {
            return new Processed(
                    known.id(),
                    Objects.requireNonNull(known.outcome()),
                    Objects.requireNonNull(known.order()).said());
        }
    }

    /** Returns those of at most 100 numbers ({@code ?source=&number=&number=…}) that somebody has. */
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            required = true,
            description = "HR system",
            schema = @Schema(implementation = String.class))
    @Parameter(
            name = "number",
            in = ParameterIn.QUERY,
            required = true,
            description = "Employee numbers, at most 100",
            array = @ArraySchema(schema = @Schema(implementation = String.class)))
    @GetMapping("/api/people/by-number")
    List<Numbered> byNumber(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query, Caller caller) {
        access.hr(caller);
        String source = query.getFirst("source");
        List<String> wanted = query.getOrDefault("number", List.of()).stream()
                .map(HrText::key)
                .toList();
        if (source == null || wanted.isEmpty() || wanted.size() > MAX_VALUES) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "numbers-invalid", Map.of("most", MAX_VALUES));
        }
        List<EmployeeNumberLink> known = numbers.findAll(caller.organisation(), source, wanted);
        Map<String, Person> byId =
                people
                        .findAll(known.stream()
                                .map(number -> Key.of(caller.organisation(), number.person()))
                                .toList())
                        .stream()
                        .map(Versioned::state)
                        .collect(Collectors.toMap(Person::person, person -> person));
        Map<String, HeadcountProjection.Place> places =
                headcount.statuses(caller.organisation(), List.copyOf(byId.keySet()));
        return known.stream()
                .filter(number -> byId.containsKey(number.person()))
                .map(number -> numbered(
                        number.number(),
                        Objects.requireNonNull(byId.get(number.person())),
                        places.get(number.person())))
                .toList();
    }

    private static Numbered numbered(String number, Person person, HeadcountProjection.@Nullable Place counted) {
        return new Numbered(
                number,
                person.person(),
                person.status(),
                person.reporting().manager(),
                person.employed() ? person.reporting().because() : null,
                counted,
                person.processed().stream().map(ProcessedRecord::id).toList(),
                person.processed().stream()
                        .filter(known -> known.order() != null && known.outcome() != null)
                        .map(Processed::of)
                        .toList());
    }
}
