package nl.klimrek.people.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.roster.Hierarchy;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.people.signin.SignIn.Facts;
import nl.klimrek.people.signin.SignIn.Status;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the portal whose an account is, and lets HR see and change the links. */
@RestController
@RequestMapping("/api/people/sign-ins")
final class SignInController {

    private static final String CONTENT = "ROSTER_FACTS";

    private final SignInService signIns;
    private final RosterService roster;
    private final Hierarchy hierarchy;
    private final PeopleAccess access;
    private final DisclosureLog disclosures;

    SignInController(
            SignInService signIns,
            RosterService roster,
            Hierarchy hierarchy,
            PeopleAccess access,
            DisclosureLog disclosures) {
        this.signIns = signIns;
        this.roster = roster;
        this.hierarchy = hierarchy;
        this.access = access;
        this.disclosures = disclosures;
    }

    /** @param email an address that the issuer has verified */
    record SignedIn(
            @NotBlank @Size(max = 500) String issuer,
            @NotBlank @Size(max = 255) String subject,
            @Size(max = 200) @Nullable String source,
            @Size(max = 64) @Nullable String employeeNumber,
            @Size(max = 254) @Nullable String email,
            @Size(max = 200) @Nullable String name) {}

    /** @param person absent while not linked @param manager whether anybody reports to the person now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolved(String id, Status status, @Nullable String person, boolean manager) {}

    record Link(@NotBlank @Size(max = 64) String person) {}

    @Operation(summary = "Ask whose a sign-in is", description = "For the portal only.")
    @PostMapping
    Resolved signedIn(@Valid @RequestBody SignedIn asked, Caller caller) {
        if (!caller.is(Role.PORTAL)) {
            throw PeopleAccess.forbidden();
        }
        SignIn found = signIns.signedIn(
                caller.organisation(),
                asked.issuer(),
                asked.subject(),
                new Facts(asked.source(), asked.employeeNumber(), asked.email(), asked.name()));
        String person = found.linked() ? found.person() : null;
        return new Resolved(
                found.id(), found.status(), found.person(), person != null && manages(caller.organisation(), person));
    }

    @GetMapping
    Page<SignInView> list(@RequestParam(defaultValue = "false") boolean unknown, ListRequest asked, Caller caller) {
        AccessRight right = access.hr(caller);
        List<SignIn> found = signIns.list(caller.organisation(), unknown, asked.after(), asked.limit() + 1);
        List<SignIn> shown = found.subList(0, Math.min(found.size(), asked.limit()));
        shown.stream()
                .filter(SignIn::linked)
                .map(SignIn::person)
                .filter(Objects::nonNull)
                .forEach(person -> disclosures.record(caller, person, CONTENT, right));
        return new Page<>(
                shown.stream().map(SignInView::of).toList(),
                found.size() > shown.size() ? shown.get(shown.size() - 1).id() : null);
    }

    @Operation(summary = "Say whose a sign-in is")
    @PostMapping("{id}/link")
    SignInView link(@PathVariable String id, @Valid @RequestBody Link link, Caller caller, MessageContext cause) {
        access.hr(caller);
        return SignInView.of(signIns.link(caller.organisation(), id, link.person(), cause));
    }

    @Operation(summary = "End a sign-in's link", description = "It stays ended until HR makes a new link.")
    @PostMapping("{id}/end")
    SignInView end(@PathVariable String id, Caller caller, MessageContext cause) {
        access.hr(caller);
        return SignInView.of(signIns.end(caller.organisation(), id, cause));
    }

    private boolean manages(Organisation organisation, String person) {
        return roster.find(organisation, person)
                .map(Versioned::state)
                .filter(Person::employed)
                .filter(one -> hierarchy.hasReports(organisation, one))
                .isPresent();
    }
}
