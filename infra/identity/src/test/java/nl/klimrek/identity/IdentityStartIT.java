package nl.klimrek.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityStartIT {

    @TempDir
    Path data;

    @Test
    void outside_the_demo_it_does_not_start() {
        Map<String, Object> production = Map.of("server.port", 0, "klimrek.identity.data", data);

        assertThatThrownBy(() -> IdentityService.start(production))
                .isInstanceOf(NotDemoProfileException.class)
                .hasMessageContaining("only with the Spring profile 'demo'");
    }

    @Test
    void the_signing_key_is_the_same_after_a_restart() throws Exception {
        assertThat(keyId()).isNotBlank().isEqualTo(keyId());
    }

    @Test
    void a_directory_topic_that_comes_later_is_empty_until_then() throws Exception {
        try (RunningIdentity early = new RunningIdentity(data, "directory-later")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> early.get("/identity/health/ready").statusCode() == 200);
            Map<String, String> anna = Map.of("grant_type", "client_credentials", "person", "anna");
            String secret = early.secrets.client(SecretStore.DEMO_CLI);
            assertThat(early.token(SecretStore.DEMO_CLI, secret, anna).body()).contains("has not sent this person");

            RunningIdentity.list("directory-later", "demo/p-anna", "{\"email\":\"anna@demo.example\"}");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> early.token(SecretStore.DEMO_CLI, secret, anna)
                            .body()
                            .contains("access_token"));
        }
    }

    private String keyId() throws Exception {
        try (RunningIdentity identity = new RunningIdentity(data)) {
            return JWKSet.parse(identity.get("/identity/oauth2/jwks").body())
                    .getKeys()
                    .get(0)
                    .getKeyID();
        }
    }
}
