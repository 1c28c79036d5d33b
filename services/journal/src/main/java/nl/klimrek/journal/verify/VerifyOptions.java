package nl.klimrek.journal.verify;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of the command line.
 *
 * @param export the file to verify; empty for the running platform
 * @param key id of the key that must have signed; empty accepts any
 * @param port the portal's port
 * @param kafkaPort the broker's port
 * @param connection connection file of a platform on other machines, as for {@code infra/admin}
 * @param client file with the broker's client settings, as {@code infra/up} writes it; empty for a broker without authentication
 */
record VerifyOptions(
        Optional<Path> export,
        Optional<String> key,
        int port,
        int kafkaPort,
        Optional<Path> connection,
        Optional<Path> client) {

    static final String USAGE =
            "Usage: infra/journal verify [EXPORT] [--key ID] [--connection FILE] [--port N] [--kafka-port N]";

    private static final int PORTAL = 8080;
    private static final int KAFKA = 9092;
    private static final int HIGHEST_PORT = 65_535;

    /** Parses the options. @throws NothingToVerifyException with the usage when they are wrong */
    static VerifyOptions of(List<String> arguments) {
        @Nullable Path export = null;
        @Nullable String key = null;
        @Nullable Path connection = null;
        @Nullable Path client = null;
        int port = PORTAL;
        int kafkaPort = KAFKA;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--key" -> key = value(argument, rest);
                case "--connection" -> connection = Path.of(value(argument, rest));
                case "--client" -> client = Path.of(value(argument, rest));
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
                Optional.ofNullable(client));
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
