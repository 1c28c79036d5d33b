package nl.klimrek.reminders.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** The webhooks of every organisation. What is read here may be some seconds old, so that an event costs no read of its own. */
@Component
public class WebhookDirectory {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MAX_CACHED = 10_000;

    private final AggregateStore<OrganisationWebhooks> store;
    private final Clock clock;
    private final Map<Organisation, Cached> cache = new ConcurrentHashMap<>();

    WebhookDirectory(AggregateStore<OrganisationWebhooks> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The organisation's webhooks, at most some seconds old. */
    public OrganisationWebhooks recent(Organisation organisation) {
        Instant now = clock.instant();
        Cached cached = cache.get(organisation);
        if (cached != null
                && !now.isBefore(cached.at())
                && now.isBefore(cached.at().plus(FRESH))) {
            return cached.webhooks();
        }
        return remember(organisation, find(organisation), now);
    }

    /** The organisation's webhooks. */
    public OrganisationWebhooks find(Organisation organisation) {
        return store.find(key(organisation)).map(Versioned::state).orElse(OrganisationWebhooks.NONE);
    }

    /** Changes the organisation's webhooks. */
    public OrganisationWebhooks change(
            Organisation organisation,
            MessageContext context,
            Function<OrganisationWebhooks, Decision<OrganisationWebhooks>> step) {
        OrganisationWebhooks after = store.handle(
                        key(organisation), context, before -> step.apply(before.orElse(OrganisationWebhooks.NONE)))
                .state();
        return remember(organisation, after == null ? OrganisationWebhooks.NONE : after, clock.instant());
    }

    private OrganisationWebhooks remember(Organisation organisation, OrganisationWebhooks webhooks, Instant now) {
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(organisation, new Cached(webhooks, now));
        return webhooks;
    }

    private static Key key(Organisation organisation) {
        return Key.of(organisation, OrganisationWebhooks.ID);
    }

    private record Cached(OrganisationWebhooks webhooks, Instant at) {}
}
