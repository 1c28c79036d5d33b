package nl.klimrek.embedded;

import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.scram.ScramCredential;
import org.apache.kafka.common.security.scram.ScramCredentialCallback;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;

/**
 * Supplies SCRAM credentials from configuration. Kafka's own handler reads them from cluster metadata, which would
 * have to hold them before the broker itself can connect. Kafka instantiates this class by name.
 */
public final class ScramCredentials implements AuthenticateCallbackHandler {
    /** Prefix of the login module options that hold a secret each: {@code user_<name>}. */
    public static final String USER_OPTION = "user_";

    private ScramMechanism mechanism = ScramMechanism.SCRAM_SHA_256;
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, ScramCredential> credentials = new ConcurrentHashMap<>();

    @Override
    public void configure(Map<String, ?> settings, String mechanismName, List<AppConfigurationEntry> entries) {
        mechanism = ScramMechanism.forMechanismName(mechanismName);
        entries.forEach(entry -> entry.getOptions().forEach((option, secret) -> {
            if (option.startsWith(USER_OPTION)) {
                secrets.put(option.substring(USER_OPTION.length()), String.valueOf(secret));
            }
        }));
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        String user = null;
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                user = name.getDefaultName();
            } else if (callback instanceof ScramCredentialCallback wanted) {
                // Empty for an unknown user, who is then refused like a wrong secret.
                if (user != null && secrets.containsKey(user)) {
                    wanted.scramCredential(credentials.computeIfAbsent(user, this::credential));
                }
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    /** Uses the minimum number of iterations, because the secrets are random. */
    private ScramCredential credential(String user) {
        try {
            return new ScramFormatter(mechanism).generateCredential(secrets.get(user), mechanism.minIterations());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + mechanism, e);
        }
    }

    @Override
    public void close() {
        secrets.clear();
        credentials.clear();
    }
}
