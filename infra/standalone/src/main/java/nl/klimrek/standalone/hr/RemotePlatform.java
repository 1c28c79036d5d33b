package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.standalone.hr.export.CannotLoadException;
import org.jspecify.annotations.Nullable;

/** A platform on other machines: its addresses are in a connection file, and HR's token is in the environment. */
final class RemotePlatform {

    private static final String PORTAL = "klimrek.portal.url";
    private static final String TOKEN = "KLIMREK_TOKEN";

    private final Path file;
    private final Map<String, Object> settings;

    RemotePlatform(Path file) {
        this.file = file;
        try {
            settings = Map.copyOf(KafkaClientFile.read(file));
        } catch (IOException e) {
            throw new CannotLoadException("The connection file " + file + " cannot be read.");
        }
    }

    /** Address of the portal. */
    String portal() {
        Object portal = settings.get(PORTAL);
        if (portal == null) {
            throw new CannotLoadException("The connection file " + file + " has no " + PORTAL + ".");
        }
        return portal.toString();
    }

    /** Settings of a Kafka client. */
    Map<String, Object> broker() {
        Map<String, Object> broker = new HashMap<>(settings);
        broker.keySet().removeIf(name -> name.startsWith("klimrek."));
        return broker;
    }

    /** A token of the organisation's HR. */
    static String token() {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new CannotLoadException(TOKEN + " must hold a token of the organisation's HR.");
        }
        return token;
    }

    /** The secret with which the records are signed. */
    static Optional<String> secret(@Nullable Path file) {
        try {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new CannotLoadException("The secret " + file + " cannot be read.");
        }
    }
}
