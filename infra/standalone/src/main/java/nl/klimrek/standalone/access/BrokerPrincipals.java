package nl.klimrek.standalone.access;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.BrokerAccess;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.identity.SecretStore;
import org.apache.kafka.common.acl.AclBinding;

/**
 * The principals of the embedded broker: the administrator, the services, the demo's issuer, and two for external
 * programs. Each has a secret in the data folder's {@code secrets/kafka-<name>}; the external ones also get a client
 * file.
 */
public final class BrokerPrincipals {

    /** Writes the inbound topic. */
    public static final String HR_SYSTEM = "hr-system";
    /** Reads what the services publish. */
    public static final String READER = "reader";

    /** May do everything. */
    public static final String ADMIN = "admin";

    private static final String IDENTITY = "identity";

    private final BrokerAccess access;

    private BrokerPrincipals(BrokerAccess access) {
        this.access = access;
    }

    /** Creates the secrets that do not exist yet. */
    public static BrokerPrincipals with(SecretStore secrets) {
        Map<String, String> byName = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(AccessPlan.services());
        names.addAll(Set.of(ADMIN, IDENTITY, HR_SYSTEM, READER));
        names.forEach(name -> byName.put(name, secrets.client("kafka-" + name)));
        return new BrokerPrincipals(new BrokerAccess(ADMIN, byName));
    }

    public BrokerAccess access() {
        return access;
    }

    /** The broker's access control list. */
    public Set<AclBinding> grants() {
        Set<AclBinding> grants = new HashSet<>(AccessPlan.of(Set.of(HR_SYSTEM), Set.of(READER)));
        grants.add(AccessPlan.read(IDENTITY, Topics.DIRECTORY));
        return grants;
    }

    /** Kafka client settings of a service, by Spring Boot's property names. */
    public Map<String, Object> settings(String service) {
        Map<String, Object> settings = new LinkedHashMap<>();
        access.clientSettings(service).forEach((name, value) -> settings.put("spring.kafka.properties." + name, value));
        return settings;
    }

    /** Kafka client settings of a principal. */
    public Map<String, String> clientSettings(String principal) {
        return access.clientSettings(principal);
    }

    /** Writes {@code client/admin.conf}, the connection file of {@code infra/admin} for this platform. */
    public void writeAdminFile(Path data, String bootstrapServers, String storeUri) {
        String text = KafkaClientFile.text(bootstrapServers, BrokerAccess.MECHANISM, ADMIN, secret(ADMIN));
        OwnerOnlyFiles.write(data.resolve("client/admin.conf"), text + "klimrek.store.uri=" + storeUri + "\n");
    }

    /** Writes {@code client/reader.conf} and {@code client/hr-system.conf} for {@code kcat -F}. */
    public void writeClientFiles(Path data, String bootstrapServers) {
        for (String principal : Set.of(READER, HR_SYSTEM)) {
            String text = KafkaClientFile.text(bootstrapServers, BrokerAccess.MECHANISM, principal, secret(principal));
            OwnerOnlyFiles.write(data.resolve("client").resolve(principal + ".conf"), text);
        }
    }

    private String secret(String principal) {
        return Objects.requireNonNull(access.secrets().get(principal), "each principal has a secret");
    }
}
