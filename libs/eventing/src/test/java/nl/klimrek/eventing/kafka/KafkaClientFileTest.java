package nl.klimrek.eventing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaClientFileTest {

    @TempDir
    Path folder;

    @Test
    void what_kcat_reads_a_java_client_reads_too() throws IOException {
        Map<String, Object> settings =
                read(KafkaClientFile.text("localhost:9092", "SCRAM-SHA-512", "reader", "a-secret"));

        assertThat(settings)
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .doesNotContainKeys("sasl.username", "sasl.password");
        assertThat(login(settings)).isEqualTo(Map.of("username", "reader", "password", "a-secret"));
    }

    @Test
    void a_password_with_quotes_and_backslashes_arrives_as_it_is() throws IOException {
        Map<String, Object> settings = read("sasl.mechanisms=PLAIN\nsasl.username=u\nsasl.password=a\"b\\\\c\n");

        assertThat(login(settings)).isEqualTo(Map.of("username", "u", "password", "a\"b\\c"));
    }

    @Test
    void a_cluster_with_tls_names_its_authority() throws IOException {
        Map<String, Object> settings = read(
                "metadata.broker.list=kafka:9093\nsecurity.protocol=sasl_ssl\n"
                        + "sasl.mechanisms=PLAIN\nsasl.username=u\nsasl.password=p\nssl.ca.location=/etc/ca.pem\nclient.id=x\n");

        assertThat(settings)
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/etc/ca.pem")
                .containsEntry("client.id", "x");
    }

    @Test
    void a_missing_or_malformed_file_is_reported() throws IOException {
        assertThatThrownBy(() -> KafkaClientFile.read(folder.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("a=\\u00zz"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("client.conf");
    }

    private Map<String, Object> read(String text) throws IOException {
        return KafkaClientFile.read(Files.writeString(folder.resolve("client.conf"), text));
    }

    /** As Kafka itself reads it. */
    private static Map<String, ?> login(Map<String, Object> settings) {
        List<? extends javax.security.auth.login.AppConfigurationEntry> entries = JaasContext.loadClientContext(
                        Map.of("sasl.jaas.config", new Password((String) settings.get("sasl.jaas.config"))))
                .configurationEntries();
        assertThat(entries).hasSize(1);
        return entries.get(0).getOptions();
    }
}
