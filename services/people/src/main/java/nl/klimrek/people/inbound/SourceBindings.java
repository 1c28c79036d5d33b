package nl.klimrek.people.inbound;

import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.hr.RecordSignature;
import nl.klimrek.eventing.Organisation;

/**
 * Which HR system speaks for which organisation, and how it proves to be that system.
 *
 * @param bySource organisation by CloudEvents source
 * @param secrets secret by CloudEvents source; a source without one proves nothing
 */
public record SourceBindings(Map<String, Organisation> bySource, Map<String, String> secrets) {

    public SourceBindings {
        bySource = Map.copyOf(bySource);
        secrets = Map.copyOf(secrets);
    }

    /** Whether a record of a bound source may be taken for that source's: it has no secret, or the record is signed with it. */
    boolean isProved(Envelope envelope) {
        String secret = secrets.get(envelope.attribute("source"));
        return secret == null || RecordSignature.isBy(secret, envelope.attributes(), envelope.data());
    }

    /** The organisation this source speaks for; empty when it speaks for none. */
    public Optional<Organisation> organisationOf(String source) {
        return source == null ? Optional.empty() : Optional.ofNullable(bySource.get(source));
    }

    /** The organisation of this name, when some source speaks for it. */
    Optional<Organisation> known(String organisation) {
        return bySource.values().stream()
                .filter(known -> known.value().equals(organisation))
                .findFirst();
    }
}
