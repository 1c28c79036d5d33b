package nl.klimrek.standalone.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotePlatformTest {

    @TempDir
    Path folder;

    @Test
    void a_connection_file_names_broker_and_portal() throws IOException {
        RemotePlatform platform = platform("""
                bootstrap.servers=broker:9093
                security.protocol=SSL
                ssl.ca.location=/etc/klimrek/ca.pem
                klimrek.portal.url=https://klimrek.example
                klimrek.store.uri=mongodb://store
                """);
        assertThat(platform.portal()).isEqualTo("https://klimrek.example");
        assertThat(platform.broker())
                .containsEntry("bootstrap.servers", "broker:9093")
                .containsEntry("ssl.truststore.location", "/etc/klimrek/ca.pem")
                .doesNotContainKeys("klimrek.portal.url", "klimrek.store.uri");
    }

    @Test
    void what_is_missing_is_said() throws IOException {
        RemotePlatform platform = platform("bootstrap.servers=broker:9093");
        assertThatThrownBy(platform::portal).hasMessageContaining("has no klimrek.portal.url");
        assertThatThrownBy(() -> new RemotePlatform(folder.resolve("none.conf")))
                .hasMessageContaining("none.conf cannot be read");
        assertThatThrownBy(() -> RemotePlatform.secret(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }

    @Test
    void a_secret_is_read_from_its_file() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "the secret of a source\n");
        assertThat(RemotePlatform.secret(file)).contains("the secret of a source");
        assertThat(RemotePlatform.secret(null)).isEmpty();
    }

    private RemotePlatform platform(String text) throws IOException {
        return new RemotePlatform(Files.writeString(folder.resolve("connection.conf"), text));
    }
}
