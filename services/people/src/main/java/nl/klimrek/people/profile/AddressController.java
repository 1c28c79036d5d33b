package nl.klimrek.people.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.duplicates.AddressLookup;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which e-mail address is whose, for files that name people by it. For HR and HR systems; names nobody. */
@RestController
final class AddressController {

    private static final int MOST = 100;

    private final AddressLookup addresses;
    private final PeopleAccess access;

    AddressController(AddressLookup addresses, PeopleAccess access) {
        this.addresses = addresses;
        this.access = access;
    }

    /**
     * Whose an address is.
     *
     * @param email the address as it was asked
     * @param person person id; absent when several people share the address
     * @param shared whether several people have it, so that it is nobody's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Addressed(String email, String person, boolean shared) {

        static Addressed of(AddressLookup.Owners found) {
            return new Addressed(
                    found.email(),
                    found.shared() ? null : found.people().iterator().next(),
                    found.shared());
        }
    }

    /** Those of at most 100 addresses ({@code ?email=&email=…}) that somebody has, also somebody who has left. */
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
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "addresses-invalid", Map.of("most", MOST));
        }
        return addresses.find(caller.organisation(), wanted).stream()
                .map(Addressed::of)
                .toList();
    }
}
