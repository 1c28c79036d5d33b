package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.common.security.scram.internals.ScramSaslServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login state of one connection. mongo-java-server has no users, so this class refuses every command but the
 * handshake until SCRAM authentication is complete. It uses Kafka's SCRAM implementation. Not thread-safe: used by
 * the connection's own thread only.
 */
final class StoreLogin {

    private static final Logger log = LoggerFactory.getLogger(StoreLogin.class);

    /** Commands that a driver sends before login; none reads or changes stored data. */
    private static final Set<String> HANDSHAKE = Set.of("hello", "ismaster", "ping", "buildinfo", "endsessions");

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int CONVERSATION = 1;

    private final Optional<CallbackHandler> credentials;
    private @Nullable SaslServer exchange;

    /** @param credentials empty if the store requires no login */
    StoreLogin(Optional<CallbackHandler> credentials) {
        this.credentials = credentials;
    }

    /** Whether commands are allowed. */
    boolean isComplete() {
        return credentials.isEmpty() || exchange != null && exchange.isComplete();
    }

    /** The answer to a login command or a refused command; empty for an allowed one. */
    Optional<Document> answer(String command, Document query) {
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "saslstart" -> Optional.of(start(query));
            case "saslcontinue" -> Optional.of(step(query));
            default -> isComplete() || HANDSHAKE.contains(name) ? Optional.empty() : Optional.of(refusal());
        };
    }

    /** The error of a command without login. */
    static Document refusal() {
        return new Document("ok", 0)
                .append("errmsg", "Command requires authentication")
                .append("code", UNAUTHORIZED)
                .append("codeName", "Unauthorized");
    }

    private Document start(Document query) {
        exchange = null;
        if (!StoreAccess.MECHANISM.equals(query.get("mechanism"))) {
            return failed();
        }
        exchange = scram();
        return step(query);
    }

    private SaslServer scram() {
        try {
            return new ScramSaslServer(ScramMechanism.SCRAM_SHA_256, Map.of(), credentials.get());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private Document step(Document query) {
        if (exchange == null || exchange.isComplete() || !(query.get("payload") instanceof BinData payload)) {
            return failed();
        }
        try {
            byte[] answer = exchange.evaluateResponse(payload.getData());
            return new Document("conversationId", CONVERSATION)
                    .append("done", exchange.isComplete())
                    .append("payload", new BinData(answer))
                    .append("ok", 1);
        } catch (SaslException | AuthenticationException refused) {
            log.warn("A login to the store failed: {}", refused.getClass().getName());
            return failed();
        }
    }

    private Document failed() {
        exchange = null;
        return new Document("ok", 0)
                .append("errmsg", "Authentication failed.")
                .append("code", AUTHENTICATION_FAILED)
                .append("codeName", "AuthenticationFailed");
    }
}
