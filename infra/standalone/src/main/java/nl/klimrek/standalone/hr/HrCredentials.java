package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.kafka.KafkaClientFile;
import nl.klimrek.standalone.hr.export.CannotLoadException;

/** The HR system's broker credentials and signing secret, from the platform's data folder. */
record HrCredentials(Path data) {

    /** Settings of a Kafka client that may write the inbound topic. */
    Map<String, Object> broker(int port) {
        Path file = data.resolve("client/hr-system.conf");
        try {
            Map<String, Object> settings = KafkaClientFile.read(file);
            settings.put("bootstrap.servers", "localhost:" + port);
            return settings;
        } catch (IOException e) {
            throw new CannotLoadException(
                    "The client file " + file + " cannot be read; only the user who started Klimrek can send records.");
        }
    }

    /** The secret that signs this source's records; empty if the source does not sign. */
    Optional<String> secretOf(String source) {
        Path file = data.resolve("secrets").resolve("hr-source@" + source.replaceAll("[^a-z0-9._@-]", ""));
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotLoadException(
                    "The secret " + file + " cannot be read; only the user who started Klimrek can send records.");
        }
    }
}
