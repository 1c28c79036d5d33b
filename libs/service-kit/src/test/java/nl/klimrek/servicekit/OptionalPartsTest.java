package nl.klimrek.servicekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class OptionalPartsTest {
    private static final String[] CANDIDATES = {
        "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
        "org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration",
        "org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration",
        "org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration",
        null
    };

    @Test
    void a_service_gets_the_optional_parts_it_asks_for_and_no_other() {
        MockEnvironment service = new MockEnvironment()
                .withProperty("klimrek.service", "reminders")
                .withProperty("klimrek.parts[0]", "mail");
        assertThat(wantedIn(service)).containsExactly(true, false, false, true, true);
    }

    @Test
    void outside_a_service_nothing_is_kept_out() {
        assertThat(wantedIn(new MockEnvironment())).containsOnly(true);
    }

    @Test
    void a_part_that_does_not_exist_stops_the_start() {
        MockEnvironment service =
                new MockEnvironment().withProperty("klimrek.service", "portal").withProperty("klimrek.parts", "mial");
        assertThatThrownBy(() -> wantedIn(service)).hasMessageContaining("mail").hasMessageContaining("mial");
    }

    private static boolean[] wantedIn(MockEnvironment environment) {
        OptionalParts parts = new OptionalParts();
        parts.setEnvironment(environment);
        return parts.match(CANDIDATES, null);
    }
}
