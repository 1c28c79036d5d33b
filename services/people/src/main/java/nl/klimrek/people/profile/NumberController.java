package nl.klimrek.people.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.person.EmployeeNumber;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.HrText;
import nl.klimrek.people.person.Outcome;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.person.ProcessedRecord;
import nl.klimrek.people.person.ReportingLine.NoManager;
import nl.klimrek.people.register.Census;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of HR numbers: lets whoever sent records see that each of them arrived. For HR only; names nobody. */
@RestController
final class NumberController {

    private static final int MOST = 100;

    private final EmployeeNumbers numbers;
    private final AggregateStore<Person> people;
    private final Census census;
    private final PeopleAccess access;

    NumberController(EmployeeNumbers numbers, AggregateStore<Person> people, Census census, PeopleAccess access) {
        this.numbers = numbers;
        this.people = people;
        this.census = census;
        this.access = access;
    }

    /**
     * What became of a number.
     *
     * @param manager person id of the manager; absent without one
     * @param withoutManagerBecause why there is none, for the employed
     * @param counted as what the summary counts the person; absent until it does
     * @param records ids of the newest records taken about this number
     * @param outcomes what became of each of them, and when the HR system said it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Numbered(
            String number,
            String person,
            EmploymentStatus standing,
            String manager,
            NoManager withoutManagerBecause,
            Census.Place counted,
            List<String> records,
            List<Processed> outcomes) {}

    /** What became of one record. */
    record Processed(String record, Outcome outcome, Instant saidAt) {

        static Processed of(ProcessedRecord known) {
            return new Processed(known.id(), known.outcome(), known.order().said());
        }
    }

    /** Those of at most 100 numbers ({@code ?source=&number=&number=…}) that somebody has. */
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
        if (source == null || wanted.isEmpty() || wanted.size() > MOST) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "numbers-invalid", Map.of("most", MOST));
        }
        List<EmployeeNumber> known = numbers.findAll(caller.organisation(), source, wanted);
        Map<String, Person> byId =
                people
                        .findAll(known.stream()
                                .map(number -> Key.of(caller.organisation(), number.person()))
                                .toList())
                        .stream()
                        .map(Versioned::state)
                        .collect(Collectors.toMap(Person::person, person -> person));
        Map<String, Census.Place> places = census.places(caller.organisation(), List.copyOf(byId.keySet()));
        return known.stream()
                .filter(number -> byId.containsKey(number.person()))
                .map(number -> numbered(number.number(), byId.get(number.person()), places.get(number.person())))
                .toList();
    }

    private static Numbered numbered(String number, Person person, Census.Place counted) {
        return new Numbered(
                number,
                person.person(),
                person.standing(),
                person.reporting().manager(),
                person.employed() ? person.reporting().because() : null,
                counted,
                person.taken().stream().map(ProcessedRecord::id).toList(),
                person.taken().stream()
                        .filter(known -> known.order() != null && known.outcome() != null)
                        .map(Processed::of)
                        .toList());
    }
}
