package nl.klimrek.people.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.servicekit.organisations.HrSource;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import org.jspecify.annotations.Nullable;

/** The HR systems of organisations that an operator opened; read again every few seconds. */
public final class RegisteredSources {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final OrganisationRegistry registry;
    private final Clock clock;
    private Map<String, HrSource> sources = Map.of();
    private Instant readAt = Instant.MIN;

    public RegisteredSources(OrganisationRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The open source of this name. */
    Optional<HrSource> find(@Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(current().get(name)).filter(HrSource::open);
    }

    /** Whether an open source speaks for this organisation. */
    boolean speakFor(@Nullable String organisation) {
        return current().values().stream()
                .anyMatch(source -> source.open() && source.organisation().equals(organisation));
    }

    private synchronized Map<String, HrSource> current() {
        Instant now = clock.instant();
        if (now.isBefore(readAt) || now.isAfter(readAt.plus(KNOWN_FOR))) {
            sources = registry.sources();
            readAt = now;
        }
        return sources;
    }
}
