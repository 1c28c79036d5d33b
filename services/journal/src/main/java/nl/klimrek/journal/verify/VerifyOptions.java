package nl.klimrek.journal.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.journal.export.JournalExportClient;
import nl.klimrek.journal.export.NothingToVerifyException;
import org.jspecify.annotations.Nullable;

/**
 * Options of the command line.
 *
 * @param export the file to verify; empty for the running platform
 * @param key id of the key that must have signed; empty accepts any
 * @param port the portal's port
 * @param kafkaPort the broker's port
 * @param connection connection file of a platform on other machines, as for {@code infra/admin}
 * @param policy file with the accepted keys; empty for the one beside the file, or else those in a bundle
 * @param earlier file with an earlier checkpoint that a bundle must continue
 * @param client file with the broker's client settings, as {@code infra/up} writes it; empty for a broker without authentication
 */
record VerifyOptions(
        Optional<Path> export,
        Optional<String> key,
        int port,
        int kafkaPort,
        Optional<Path> connection,
        Optional<Path> client,
        Optional<Path> policy,
        Optional<Path> earlier) {

    static final String USAGE =
            "Usage: infra/journal verify [EXPORT] [--policy FILE] [--earlier FILE] [--key ID] [--connection FILE] [--port N] [--kafka-port N]";

    /** Setting of a connection file: address of the portal. */
    private static final String PORTAL_URL = "klimrek.portal.url";

    private static final int PORTAL = 8080;
    private static final int KAFKA = 9092;
    private static final int HIGHEST_PORT = 65_535;

    /** Parses the options. @throws NothingToVerifyException with the usage when they are wrong */
    static VerifyOptions of(List<String> arguments) {
        @Nullable Path export = null;
        @Nullable String key = null;
        @Nullable Path connection = null;
        @Nullable Path client = null;
        @Nullable Path policy = null;
        @Nullable Path earlier = null;
        int port = PORTAL;
        int kafkaPort = KAFKA;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--key" -> key = value(argument, rest);
                case "--connection" -> connection = Path.of(value(argument, rest));
                case "--client" -> client = Path.of(value(argument, rest));
                case "--policy" -> policy = Path.of(value(argument, rest));
                case "--earlier" -> earlier = Path.of(value(argument, rest));
                case "--port" -> port = port(argument, rest);
                case "--kafka-port" -> kafkaPort = port(argument, rest);
                case "--mongo-port" -> port(argument, rest);
                default -> export = file(argument, export);
            }
        }
        return new VerifyOptions(
                Optional.ofNullable(export),
                Optional.ofNullable(key),
                port,
                kafkaPort,
                Optional.ofNullable(connection),
                Optional.ofNullable(client),
                Optional.ofNullable(policy),
                Optional.ofNullable(earlier));
    }

    /** A client of the running platform. @throws NothingToVerifyException when there is no token, or no address */
    JournalExportClient client(@Nullable String token) {
        if (token == null || token.isBlank()) {
            throw new NothingToVerifyException("KLIMREK_TOKEN must hold the token of an auditor.");
        }
        return new JournalExportClient(portal(), token);
    }

    /** Address of the portal. */
    String portal() {
        if (connection.isEmpty()) {
            return "http://127.0.0.1:" + port;
        }
        Object portal = settings(connection.get()).get(PORTAL_URL);
        if (portal == null) {
            throw new NothingToVerifyException(
                    "The connection file " + connection.get() + " has no " + PORTAL_URL + ".");
        }
        return portal.toString();
    }

    /** Connection settings of the broker. */
    Map<String, Object> broker() {
        Map<String, Object> settings = new HashMap<>();
        if (connection.isPresent()) {
            settings.putAll(settings(connection.get()));
            settings.keySet().removeIf(name -> name.startsWith("klimrek."));
            return settings;
        }
        if (client.isPresent()) {
            try {
                settings.putAll(KafkaClientFile.read(client.get()));
            } catch (IOException e) {
                throw new NothingToVerifyException("The client file " + client.get()
                        + " cannot be read; only the user who started Klimrek can read it.");
            }
        }
        settings.put("bootstrap.servers", "127.0.0.1:" + kafkaPort);
        return settings;
    }

    private static Map<String, Object> settings(Path file) {
        try {
            return KafkaClientFile.read(file);
        } catch (IOException e) {
            throw new NothingToVerifyException("The connection file " + file + " cannot be read.");
        }
    }

    private static Path file(String argument, @Nullable Path earlier) {
        if (earlier != null || argument.startsWith("-")) {
            throw new NothingToVerifyException("\"" + argument + "\" is unknown or one too many. " + USAGE);
        }
        return Path.of(argument);
    }

    private static int port(String option, Iterator<String> rest) {
        String value = value(option, rest);
        int port = value.length() <= 5 && value.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                ? Integer.parseInt(value)
                : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new NothingToVerifyException(option + " needs a port, 1 to " + HIGHEST_PORT + ". " + USAGE);
        }
        return port;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new NothingToVerifyException(option + " needs a value. " + USAGE);
        }
        return rest.next();
    }
}
