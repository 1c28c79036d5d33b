package nl.klimrek.conversations.externalaccess;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ExternalCoachScope;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An employee invites external coaches, sees how far each invitation is, and withdraws. Nobody else sees any of it. */
@RestController
@RequestMapping("/api/conversations/external-coaches")
class ExternalCoachController {

    private final ExternalInvitationService invitations;
    private final ExternalCoachRegister register;

    ExternalCoachController(ExternalInvitationService invitations, ExternalCoachRegister register) {
        this.invitations = invitations;
        this.register = register;
    }

    /**
     * @param name full name of the coach
     * @param email address to which links are sent
     * @param language of the messages
     * @param inviter name of the employee as the coach reads it
     * @param scope one conversation, or all until the last day
     * @param lastDay last day of the account; needed for a track, otherwise absent for the usual one
     * @param windowFrom first day on which the first conversation may be; absent for today
     * @param windowUntil last one; absent for three weeks after the first
     */
    record Invitation(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 254) String email,
            @NotNull @Pattern(regexp = "nl|en") String language,
            @NotBlank @Size(max = 100) String inviter,
            @NotNull ExternalCoachScope scope,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowUntil) {}

    @PostMapping
    ResponseEntity<ExternalCoachView> invite(
            @Valid @RequestBody Invitation body, Caller caller, MessageContext context) {
        Versioned<ExternalCoach> invited = invitations.invite(caller, body, context);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(ETags.of(invited.version()))
                .body(ExternalCoachView.of(invited.state()));
    }

    /** Whom the caller invited, the newest first. */
    @GetMapping
    Page<ExternalCoachView> list(ListRequest asked, Caller caller) {
        return Page.of(
                register.invitedBy(caller.organisation(), caller.person()).stream()
                        .map(ExternalCoachView::of)
                        .toList(),
                ExternalCoachView::coach,
                asked);
    }

    /** Ends the account at once. */
    @PostMapping("{coach}/withdrawal")
    ExternalCoachView withdraw(@PathVariable String coach, Caller caller, MessageContext context) {
        return ExternalCoachView.of(invitations.withdraw(caller, coach, context).state());
    }
}
