package nl.klimrek.people.inbound;

import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.hr.RecordSignature;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that each HR system speaks for, and the secret that proves a record to be that system's.
 *
 * @param bySource organisation by CloudEvents source
 * @param secrets secret by CloudEvents source; a source without one is believed
 */
public record SourceBindings(Map<String, Organisation> bySource, Map<String, String> secrets) {

    /** Source of HTTP imports that name none; every organisation has its own. */
    public static final String IMPORT_SOURCE = "csv";

    public SourceBindings {
        bySource = Map.copyOf(bySource);
        secrets = Map.copyOf(secrets);
    }

    /** Whether a record really comes from its source: the source has no secret, or the record is signed with it. */
    boolean isProved(Envelope envelope) {
        String secret = secrets.get(envelope.attribute("source"));
        return secret == null || RecordSignature.isBy(secret, envelope.attributes(), envelope.data());
    }

    /** The organisation that this source speaks for; empty when it speaks for none. */
    public Optional<Organisation> organisationOf(@Nullable String source) {
        return source == null ? Optional.empty() : Optional.ofNullable(bySource.get(source));
    }

    /** The organisation of this name, when some source speaks for it. */
    Optional<Organisation> known(@Nullable String organisation) {
        return bySource.values().stream()
                .filter(known -> known.value().equals(organisation))
                .findFirst();
    }
}
