package nl.klimrek.eventing.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Reads a client file that {@code infra/up} writes. The file has the format of librdkafka, so that {@code kcat -F
 * FILE} accepts it. Properties with another name in Java are translated; all others are passed on.
 */
public final class KafkaClientFile {

    private static final String USER = "sasl.username";
    private static final String PASSWORD = "sasl.password";
    private static final String AUTHORITY = "ssl.ca.location";

    private KafkaClientFile() {}

    /** Creates the text of a client file with a user name and a secret. */
    public static String text(String bootstrapServers, String mechanism, String user, String secret) {
        return """
                bootstrap.servers=%s
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=%s
                sasl.username=%s
                sasl.password=%s
                """.formatted(bootstrapServers, mechanism, user, secret);
    }

    /**
     * Reads the settings for a Java client.
     *
     * @throws IOException if the file does not exist or cannot be read
     */
    public static Map<String, Object> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("Not a client file: " + file, malformed);
        }
        Map<String, Object> settings = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> settings.put(
                        javaName(name), properties.getProperty(name).strip()));
        login(settings);
        trust(settings);
        return settings;
    }

    private static String javaName(String name) {
        return switch (name) {
            case "sasl.mechanisms" -> "sasl.mechanism";
            case "metadata.broker.list" -> "bootstrap.servers";
            default -> name;
        };
    }

    private static void login(Map<String, Object> settings) {
        Object user = settings.remove(USER);
        Object password = settings.remove(PASSWORD);
        if (user == null || password == null) {
            return;
        }
        String module = String.valueOf(settings.get("sasl.mechanism")).startsWith("SCRAM-")
                ? "org.apache.kafka.common.security.scram.ScramLoginModule"
                : "org.apache.kafka.common.security.plain.PlainLoginModule";
        settings.put(
                "security.protocol",
                String.valueOf(settings.getOrDefault("security.protocol", "SASL_PLAINTEXT"))
                        .toUpperCase(Locale.ROOT));
        settings.put(
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(module, quoted(user), quoted(password)));
    }

    private static void trust(Map<String, Object> settings) {
        Object authority = settings.remove(AUTHORITY);
        if (authority != null) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", authority);
        }
    }

    private static String quoted(Object value) {
        return value.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
