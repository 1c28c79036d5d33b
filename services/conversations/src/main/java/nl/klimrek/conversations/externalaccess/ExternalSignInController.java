package nl.klimrek.conversations.externalaccess;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalSecret;
import nl.klimrek.conversations.externalcoach.ExternalTokenDecoder;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in with a link from a message. The link is in the body and never in a path, which access logs keep. A link that is used,
 * too old, forged, or of an account that ended is {@code link-unknown}, all alike.
 */
@RestController
@RequestMapping("/api/conversations/external-links")
class ExternalSignInController {

    private final AggregateStore<ExternalCoach> accounts;
    private final CurrentRoster roster;

    ExternalSignInController(AggregateStore<ExternalCoach> accounts, CurrentRoster roster) {
        this.accounts = accounts;
        this.roster = roster;
    }

    /** @param link the secret in the link */
    record Link(
            @NotNull @Size(max = ExternalSecret.MAX_LENGTH) String link) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Link";
        }
    }

    /** @param link the secret in the link; @param terms whether the coach accepts the terms; needed the first time */
    record SignIn(
            @NotNull @Size(max = ExternalSecret.MAX_LENGTH) String link, boolean terms) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "SignIn";
        }
    }

    /** A session. @param token for further requests; shown this once; @param organisation the only one it reaches */
    record Session(String token, String organisation, Instant endsAt, ExternalCoachView account) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Session[" + account.coach() + "]";
        }
    }

    /** What a link leads to; it still works afterwards. */
    @PostMapping("checks")
    ResponseEntity<ExternalCoachView> check(@Valid @RequestBody Link body) {
        ExternalSecret secret = ExternalSecret.read(body.link()).orElseThrow(ExternalSignInController::unknown);
        ExternalCoach found = accounts.find(secret.account())
                .map(Versioned::state)
                .filter(account -> account.opensWith(secret.hash(), roster.now()))
                .orElseThrow(ExternalSignInController::unknown);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ExternalCoachView.of(found));
    }

    /** Signs in. A link works once, also when two use it at the same moment. */
    @PostMapping("sessions")
    ResponseEntity<Session> signIn(@Valid @RequestBody SignIn body) {
        ExternalSecret secret = ExternalSecret.read(body.link()).orElseThrow(ExternalSignInController::unknown);
        ExternalSecret session = ExternalSecret.fresh(secret.account());
        Instant now = roster.now();
        ExternalCoach in = handle(secret, account -> account.signIn(secret.hash(), body.terms(), session.hash(), now));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Session(
                        ExternalTokenDecoder.token(session),
                        secret.account().organisation().value(),
                        in.invitation().endsAt(),
                        ExternalCoachView.of(in)));
    }

    /** Declines the invitation behind a link. A second time, and once somebody signed in, the link is unknown. */
    @PostMapping("refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@Valid @RequestBody Link body) {
        ExternalSecret secret = ExternalSecret.read(body.link()).orElseThrow(ExternalSignInController::unknown);
        handle(secret, account -> account.decline(secret.hash(), roster.now()));
    }

    /** Sends a new link to the address of an earlier one. The answer is the same whether there is such an address or not. */
    @PostMapping("renewals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void renew(@Valid @RequestBody Link body) {
        ExternalSecret.read(body.link()).ifPresent(secret -> {
            if (accounts.find(secret.account()).isPresent()) {
                handle(secret, account -> account.renewLink(secret.hash(), roster.now()));
            }
        });
    }

    private ExternalCoach handle(ExternalSecret secret, Function<ExternalCoach, Decision<ExternalCoach>> step) {
        MessageContext context = new MessageContext(
                secret.account().id(),
                UUID.randomUUID().toString(),
                null,
                null,
                new MessageContext.Marker.None(),
                OptionalLong.empty());
        return accounts.handle(
                        secret.account(),
                        context,
                        found -> found.map(step).orElseGet(() -> Decision.refuse("link-unknown")))
                .state();
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("link-unknown"));
    }
}
