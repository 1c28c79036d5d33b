package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PeoplePropertiesTest {

    private static final String SECRET = "a-secret-of-some-thirty-characters";

    @Test
    void a_secret_belongs_to_a_source_that_is_bound() {
        assertThatThrownBy(() -> settings(Map.of("hr-other", SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("klimrek.people.source-secrets");
    }

    @Test
    void a_secret_that_could_be_guessed_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("hr-system", "short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(settings(Map.of("hr-system", SECRET)).toString())
                .contains("hr-system")
                .doesNotContain(SECRET);
    }

    private static PeopleProperties settings(Map<String, String> secrets) {
        return new PeopleProperties(
                Map.of("hr-system", "demo"),
                secrets,
                DataSize.ofKilobytes(64),
                Duration.ofMinutes(5),
                Duration.ofSeconds(2));
    }
}
