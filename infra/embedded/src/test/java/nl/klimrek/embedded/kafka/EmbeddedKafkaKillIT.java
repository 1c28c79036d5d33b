package nl.klimrek.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.embedded.TestProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaKillIT {

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_record_survives_kills() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= 2; kill++) {
            acknowledged.addAll(
                    TestProcess.run(BrokerWriter.class, folder, "run" + kill).killAfter(5_000));
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            Set<String> kept = KafkaProbe.readAll(kafka, "facts").stream()
                    .map(record -> record.substring(record.indexOf('=') + 1))
                    .collect(Collectors.toSet());
            assertThat(kept).containsAll(acknowledged);
        }
    }
}
