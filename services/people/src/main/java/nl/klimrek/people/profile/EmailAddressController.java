package nl.klimrek.people.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import nl.klimrek.people.duplicates.EmailLookup;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells HR and HR systems whose an e-mail address is, for files that name people by it. Answers hold no names. */
@RestController
final class EmailAddressController {

    private static final int MAX_VALUES = 100;

    private final EmailLookup addresses;
    private final PeopleAccess access;

    EmailAddressController(EmailLookup addresses, PeopleAccess access) {
        this.addresses = addresses;
        this.access = access;
    }

    /**
     * An address and its owner.
     *
     * @param email the address as given in the request
     * @param person person id; absent when several people share the address
     * @param shared whether several people have it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Addressed(String email, @Nullable String person, boolean shared) {

        static Addressed of(EmailLookup.Owners found) {
            return new Addressed(
                    found.email(),
                    found.shared() ? null : found.people().iterator().next(),
                    found.shared());
        }
    }

    /** Returns those of at most 100 addresses ({@code ?email=&email=…}) that somebody has, including leavers. */
    @Parameter(
            name = "email",
            in = ParameterIn.QUERY,
            required = true,
            description = "E-mail addresses, at most 100",
            array = @ArraySchema(schema = @Schema(implementation = String.class)))
    @GetMapping("/api/people/by-email")
    List<Addressed> byEmail(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query, Caller caller) {
        access.hrOrSystem(caller);
        List<String> wanted = query.getOrDefault("email", List.of()).stream()
                .filter(email -> !email.isBlank())
                .toList();
        if (wanted.isEmpty() || wanted.size() > MAX_VALUES) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "addresses-invalid", Map.of("most", MAX_VALUES));
        }
        return addresses.find(caller.organisation(), wanted).stream()
                .map(Addressed::of)
                .toList();
    }
}
