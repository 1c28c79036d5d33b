package nl.klimrek.people.inbound;

import java.util.Map;
import java.util.Optional;

import nl.klimrek.eventing.Organisation;

/**
 * Which HR system speaks for which organisation.
 *
 * @param bySource organisation by CloudEvents source
 */
public record SourceBindings(Map<String, Organisation> bySource) {

    public SourceBindings {
        bySource = Map.copyOf(bySource);
    }

    /** The organisation this source speaks for; empty when it speaks for none. */
    public Optional<Organisation> organisationOf(String source) {
        return source == null ? Optional.empty() : Optional.ofNullable(bySource.get(source));
    }

    /** The organisation of this name, when some source speaks for it. */
    Optional<Organisation> known(String organisation) {
        return bySource.values().stream().filter(known -> known.value().equals(organisation)).findFirst();
    }
}
