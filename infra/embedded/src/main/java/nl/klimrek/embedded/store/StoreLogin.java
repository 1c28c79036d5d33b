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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The login of one connection to the store. mongo-java-server knows no users, so this stands before it: until the exchange
 * of SCRAM is over, every command but those of the handshake is refused. Kafka's implementation of SCRAM does the exchange.
 * Used by the connection's own thread only.
 */
final class StoreLogin {

    private static final Logger log = LoggerFactory.getLogger(StoreLogin.class);

    /** What a driver asks before it logs in; none of it tells or changes anything that is stored. */
    private static final Set<String> HANDSHAKE = Set.of("hello", "ismaster", "ping", "buildinfo", "endsessions");

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;
    private static final int CONVERSATION = 1;

    private final Optional<CallbackHandler> credentials;
    private SaslServer exchange;

    /** @param credentials empty where the store asks nobody who they are */
    StoreLogin(Optional<CallbackHandler> credentials) {
        this.credentials = credentials;
    }

    /** Whether commands may be carried out. */
    boolean isOver() {
        return credentials.isEmpty() || exchange != null && exchange.isComplete();
    }

    /** The answer to a command that is the login's own or is refused; empty for one that may be carried out. */
    Optional<Document> answer(String command, Document query) {
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "saslstart" -> Optional.of(start(query));
            case "saslcontinue" -> Optional.of(step(query));
            default -> isOver() || HANDSHAKE.contains(name) ? Optional.empty() : Optional.of(refusal());
        };
    }

    /** What is refused to somebody who has not logged in. */
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
            log.warn(
                    "Somebody could not log in to the store: {}",
                    refused.getClass().getName());
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
