package nl.klimrek.conversations.externalaccess;

import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalCoachRegister;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An external coach's own account. */
@RestController
@RequestMapping("/api/conversations/external-coaches/me")
class ExternalAccountController {

    private final AggregateStore<ExternalCoach> accounts;
    private final ExternalCoachRegister register;
    private final CurrentRoster roster;

    ExternalAccountController(
            AggregateStore<ExternalCoach> accounts, ExternalCoachRegister register, CurrentRoster roster) {
        this.accounts = accounts;
        this.register = register;
        this.roster = roster;
    }

    @GetMapping
    ExternalCoachView mine(Caller caller) {
        return register.find(caller.organisation(), coach(caller).id())
                .map(found -> ExternalCoachView.of(found.state()))
                .orElseThrow(ExternalAccountController::forbidden);
    }

    /** Ends the coach's own account; what lies ahead is cancelled. */
    @PostMapping("ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, MessageContext context) {
        accounts.handle(
                coach(caller),
                context,
                found -> found.orElseThrow(ExternalAccountController::forbidden)
                        .end(ExternalCoachEndReason.STOPPED, roster.now()));
    }

    /** Ends this session. */
    @PostMapping("sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller, JwtAuthenticationToken session, MessageContext context) {
        accounts.handle(
                coach(caller),
                context,
                found -> found.orElseThrow(ExternalAccountController::forbidden)
                        .signOut(session.getToken().getClaimAsString("session")));
    }

    private static Key coach(Caller caller) {
        if (!caller.is(Role.EXTERNAL_COACH)) {
            throw forbidden();
        }
        return Key.of(caller.organisation(), caller.person());
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
