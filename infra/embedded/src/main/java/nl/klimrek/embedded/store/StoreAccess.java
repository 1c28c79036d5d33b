package nl.klimrek.embedded.store;

import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import nl.klimrek.embedded.ScramCredentials;

/**
 * The credentials of a store's only user (SCRAM-SHA-256). The secret is not kept in the store.
 *
 * @param user   letters, digits, dash and underscore
 * @param secret 16 or more of the same characters
 */
public record StoreAccess(String user, String secret) {

    static final String MECHANISM = "SCRAM-SHA-256";

    public StoreAccess {
        if (!user.matches("[A-Za-z0-9_-]+") || !secret.matches("[A-Za-z0-9_-]{16,}")) {
            throw new IllegalArgumentException(
                    "Not a user with a secret of 16 or more letters, digits, - and _: " + user);
        }
    }

    /** The connection string for this address, with user and secret. */
    String inConnectionString(String address) {
        return "mongodb://" + user + ":" + secret + "@" + address + "/?authSource=admin&authMechanism=" + MECHANISM;
    }

    CallbackHandler credentials() {
        ScramCredentials credentials = new ScramCredentials();
        credentials.configure(
                Map.of(),
                MECHANISM,
                List.of(new AppConfigurationEntry(
                        StoreAccess.class.getName(),
                        LoginModuleControlFlag.REQUIRED,
                        Map.of(ScramCredentials.USER_OPTION + user, secret))));
        return credentials;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "StoreAccess[" + user + "]";
    }
}
