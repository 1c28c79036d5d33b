package nl.klimrek.embedded.kafka;

import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.embedded.ScramCredentials;

/**
 * The principals that may connect to a broker, with their secrets (SASL SCRAM-SHA-256). The broker refuses anonymous
 * clients and wrong secrets, and a client may do only what {@link EmbeddedKafka#grant} allows. Secrets are not stored
 * on the broker's disk, so a changed secret applies from the next start.
 *
 * @param admin super user, also used by the broker itself; one of the principals with a secret
 * @param secrets secret by principal; letters, digits, dash and underscore only
 */
public record BrokerAccess(String admin, Map<String, String> secrets) {

    /** The SASL mechanism of every client. */
    public static final String MECHANISM = "SCRAM-SHA-256";

    private static final String MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    public BrokerAccess {
        secrets = Map.copyOf(secrets);
        if (!secrets.containsKey(admin)) {
            throw new IllegalArgumentException("The admin " + admin + " has no secret");
        }
        secrets.forEach((principal, secret) -> {
            if (!principal.matches("[A-Za-z0-9._@-]+") || !secret.matches("[A-Za-z0-9_-]{16,}")) {
                throw new IllegalArgumentException(
                        "Not a principal with a secret of 16 or more letters, digits, - and _: " + principal);
            }
        });
    }

    /** Client settings of a principal, without {@code bootstrap.servers}. */
    public Map<String, String> clientSettings(String principal) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                MODULE + login(principal) + ";");
    }

    /** The broker's own login and the credentials of all principals. */
    String serverLogin() {
        return MODULE + login(admin)
                + secrets.entrySet().stream()
                        .map(user ->
                                " " + ScramCredentials.USER_OPTION + user.getKey() + "=\"" + user.getValue() + "\"")
                        .collect(Collectors.joining())
                + ";";
    }

    private String login(String principal) {
        String secret = secrets.get(principal);
        if (secret == null) {
            throw new IllegalArgumentException("There is no principal " + principal);
        }
        return " username=\"" + principal + "\" password=\"" + secret + "\"";
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "BrokerAccess" + secrets.keySet();
    }
}
