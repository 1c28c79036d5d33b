package nl.klimrek.reminders.wording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.springframework.stereotype.Component;

/** The own words of every organisation. For a message they may be some seconds old, so that a message costs no read of its own. */
@Component
public class TemplateDirectory {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MAX_CACHED = 20_000;

    private final AggregateStore<OwnTemplate> store;
    private final Clock clock;
    private final Map<Key, Cached> cache = new ConcurrentHashMap<>();

    TemplateDirectory(AggregateStore<OwnTemplate> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The organisation's words of a kind, at most some seconds old. */
    public OwnTemplate recent(Organisation organisation, PromptAction action) {
        Instant now = clock.instant();
        Cached cached = cache.get(key(organisation, action));
        if (cached != null
                && !now.isBefore(cached.at())
                && now.isBefore(cached.at().plus(FRESH))) {
            return cached.template();
        }
        return remember(
                organisation, find(organisation, action).map(Versioned::state).orElse(OwnTemplate.none(action)), now);
    }

    /** The words with this number, also those that another instance saved a moment ago; empty when they are kept no more. */
    Optional<WordingVersion> version(Organisation organisation, PromptAction action, int number) {
        OwnTemplate recent = recent(organisation, action);
        OwnTemplate known = number <= recent.last()
                ? recent
                : find(organisation, action).map(Versioned::state).orElse(recent);
        return known.version(number);
    }

    /** The organisation's words of a kind; empty when it never had any. */
    Optional<Versioned<OwnTemplate>> find(Organisation organisation, PromptAction action) {
        return store.find(key(organisation, action));
    }

    Versioned<OwnTemplate> change(
            Organisation organisation,
            PromptAction action,
            MessageContext context,
            Function<OwnTemplate, Decision<OwnTemplate>> step) {
        Versioned<OwnTemplate> after = store.handle(
                key(organisation, action), context, before -> step.apply(before.orElse(OwnTemplate.none(action))));
        remember(organisation, after.state() == null ? OwnTemplate.none(action) : after.state(), clock.instant());
        return after;
    }

    private OwnTemplate remember(Organisation organisation, OwnTemplate template, Instant now) {
        if (cache.size() >= MAX_CACHED) {
            cache.clear();
        }
        cache.put(key(organisation, template.action()), new Cached(template, now));
        return template;
    }

    private static Key key(Organisation organisation, PromptAction action) {
        return Key.of(organisation, "template:" + PromptNeed.code(action));
    }

    private record Cached(OwnTemplate template, Instant at) {}
}
