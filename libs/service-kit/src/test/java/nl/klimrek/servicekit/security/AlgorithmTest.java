package nl.klimrek.servicekit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.klimrek.servicekit.sample.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class AlgorithmTest {

    @Test
    void only_the_algorithm_of_the_settings_counts() throws Exception {
        try (Issuer issuer = new Issuer()) {
            String token = issuer.token();
            assertThat(decoder(issuer, "RS256").decode(token).getSubject()).isEqualTo("anna");
            for (String other : List.of("ES256", "PS256", "RS512")) {
                assertThatThrownBy(() -> decoder(issuer, other).decode(token))
                        .as(other)
                        .isInstanceOf(BadJwtException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "", "rs256"})
    void an_algorithm_that_proves_nothing_is_no_setting(String algorithm) {
        assertThatThrownBy(() -> settings("http://issuer.test/keys", algorithm))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("klimrek.security.algorithm");
    }

    private static JwtDecoder decoder(Issuer issuer, String algorithm) {
        return new TokenConfiguration()
                .tokenDecoder(settings(issuer.keysAddress(), algorithm), Clock.systemUTC(), new RestTemplateBuilder());
    }

    private static SecuritySettings settings(String keys, String algorithm) {
        return new SecuritySettings(
                "http://issuer.test", "klimrek", keys, algorithm, Duration.ofSeconds(30), List.of());
    }
}
