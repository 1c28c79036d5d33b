package nl.klimrek.people.inbound;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.hr.RecordSignature;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.organisations.HrSource;
import org.jspecify.annotations.Nullable;

/**
 * The organisation that each HR system speaks for, and the secret that proves a record to be that system's. The configuration
 * wins over what an operator registered.
 */
public final class SourceBindings {

    /** Source of HTTP imports that name none; every organisation has its own. */
    public static final String IMPORT_SOURCE = "csv";

    private final Map<String, Organisation> configured;
    private final Map<String, String> secrets;
    private final RegisteredSources registered;

    /**
     * @param configured organisation by CloudEvents source
     * @param secrets secret by CloudEvents source; a source without one is believed
     */
    public SourceBindings(
            Map<String, Organisation> configured, Map<String, String> secrets, RegisteredSources registered) {
        this.configured = Map.copyOf(configured);
        this.secrets = Map.copyOf(secrets);
        this.registered = registered;
    }

    /** Whether a record really comes from its source: the source has no secret, or the record is signed with it. */
    boolean isProved(Envelope envelope) {
        String source = Objects.requireNonNull(envelope.attribute("source"));
        String secret = configured.containsKey(source)
                ? secrets.get(source)
                : registered.find(source).map(HrSource::secret).orElse(null);
        return secret == null || RecordSignature.isBy(secret, envelope.attributes(), envelope.data());
    }

    /** The organisation that this source speaks for; empty when it speaks for none. */
    public Optional<Organisation> organisationOf(@Nullable String source) {
        if (source == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(configured.get(source))
                .or(() -> registered.find(source).map(HrSource::organisation).map(Organisation::new));
    }

    /** The organisation of this name, when some source speaks for it. */
    Optional<Organisation> known(@Nullable String organisation) {
        return configured.values().stream()
                .filter(known -> known.value().equals(organisation))
                .findFirst()
                .or(() -> Optional.ofNullable(organisation)
                        .filter(registered::speakFor)
                        .map(Organisation::new));
    }
}
