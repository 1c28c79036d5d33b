package nl.klimrek.embedded.kafka;

import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.embedded.ScramCredentials;

/**
 * Who may connect to a broker: principals with their secrets (SASL SCRAM-SHA-256). Whoever connects as nobody, or with a
 * wrong secret, is refused; whoever connects may do only what was granted ({@link EmbeddedKafka#grant}). The secrets are
 * not kept on the broker's disk, so another secret counts from the next start on.
 *
 * @param admin   the principal that may do everything, also the broker's own; one of those with a secret
 * @param secrets by principal; letters, digits, dash and underscore only
 */
public record BrokerAccess(String admin, Map<String, String> secrets) {

    /** The mechanism of every client. */
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

    /** What a Kafka client of this principal needs besides {@code bootstrap.servers}. */
    public Map<String, String> clientSettings(String principal) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                MODULE + login(principal) + ";");
    }

    /** The login of the broker itself, and everybody whom it lets in. */
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
