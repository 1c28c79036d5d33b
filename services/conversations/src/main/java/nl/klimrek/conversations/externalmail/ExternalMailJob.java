package nl.klimrek.conversations.externalmail;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.ExternalCoachMail;
import nl.klimrek.conversations.calendar.CalendarSettings;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalContact;
import nl.klimrek.conversations.externalcoach.ExternalSecret;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends what is due of one account, and lets its days pass. The hash of a link is stored before the message leaves, so that the
 * link works when it arrives. An instance that ends before it notes the message sends another one, with a link of its own.
 */
@Component
class ExternalMailJob {

    private static final String PATH = "/guest/link/";

    private final AggregateStore<ExternalCoach> accounts;
    private final ExternalMailComposer composer;
    private final ExternalMailer mailer;
    private final URI portal;
    private final Clock clock;

    ExternalMailJob(
            AggregateStore<ExternalCoach> accounts,
            ExternalMailComposer composer,
            ExternalMailer mailer,
            CalendarSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.composer = composer;
        this.mailer = mailer;
        this.portal = settings.portalUrl();
        this.clock = clock;
    }

    /** Handles one account that is due. */
    void process(Key key) {
        change(key, account -> account.advance(clock.instant()));
        accounts.find(key)
                .map(Versioned::state)
                .ifPresent(account -> account.mailsDue(clock.instant()).forEach(mail -> send(key, mail)));
    }

    private void send(Key key, ExternalCoachMail mail) {
        ExternalSecret link = mail == ExternalCoachMail.ENDED ? null : ExternalSecret.fresh(key);
        ExternalCoach account = prepared(key, mail, link);
        ExternalContact contact = account == null ? null : account.contact();
        if (account == null || contact == null) {
            return;
        }
        ExternalMail message =
                composer.compose(account, contact, mail, link == null ? null : portal + PATH + link.value());
        String id = String.join(
                ".",
                key.organisation().value(),
                account.coach(),
                UUID.randomUUID().toString());
        switch (mailer.send(message, id)) {
            case ACCEPTED -> change(key, now -> now.mailed(mail));
            case REJECTED -> change(key, now -> now.unreachable(mail, clock.instant()));
            case UNAVAILABLE -> change(key, now -> now.mailFailed(mail, clock.instant()));
        }
    }

    /** The account with the link stored; null when it ended in the meantime. */
    private @Nullable ExternalCoach prepared(Key key, ExternalCoachMail mail, @Nullable ExternalSecret link) {
        if (link == null) {
            return accounts.find(key).map(Versioned::state).orElse(null);
        }
        String hash = link.hash();
        try {
            return change(key, account -> account.addLink(mail, hash, clock.instant()));
        } catch (RefusedException ended) {
            return null;
        }
    }

    private ExternalCoach change(Key key, Function<ExternalCoach, Decision<ExternalCoach>> step) {
        return accounts.handle(
                        key,
                        MessageContext.system("external-coaches"),
                        found -> found.map(step).orElseGet(Decision::unchanged))
                .state();
    }
}
