package nl.klimrek.reminders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.reminders.WebhookChange;
import nl.klimrek.contracts.reminders.WebhookChanged;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.webhooks.Webhook.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationWebhooksTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final Duration FIVE_DAYS = Duration.ofDays(5);
    private static final URI URL = URI.create("https://hooks.example.org/in");
    private final SealedSecret secret = new SealedSecret("one");
    private final OrganisationWebhooks one =
            accepted(OrganisationWebhooks.NONE.register("wh-1", URL, WebhookFormat.PLAIN, "nl", secret, "p-hr"));

    @Test
    void a_new_secret_and_the_one_before_it_sign_for_a_day() {
        SealedSecret next = new SealedSecret("next");
        Webhook renewed = accepted(one.renewSecret("wh-1", next, NOW, "p-hr"))
                .find("wh-1")
                .orElseThrow();
        assertThat(renewed.secretsAt(NOW)).containsExactly(next, secret);
        assertThat(renewed.secretsAt(NOW.plus(Webhook.BOTH_SECRETS))).containsExactly(next);
    }

    @Test
    void failures_alone_for_days_stop_it_and_one_success_between_them_does_not() {
        OrganisationWebhooks failing = accepted(one.failed("wh-1", NOW, FIVE_DAYS));
        assertThat(failing.failed("wh-1", NOW.plus(FIVE_DAYS).minusSeconds(1), FIVE_DAYS))
                .isInstanceOf(Decision.Unchanged.class);
        assertThat(events(failing.failed("wh-1", NOW.plus(FIVE_DAYS), FIVE_DAYS)))
                .containsExactly(new WebhookChanged("wh-1", WebhookChange.FAILING, "p-hr"));
        OrganisationWebhooks recovered = accepted(failing.delivered("wh-1"));
        assertThat(accepted(recovered.failed("wh-1", NOW.plus(FIVE_DAYS), FIVE_DAYS))
                        .find("wh-1")
                        .orElseThrow()
                        .isActive())
                .isTrue();
    }

    @Test
    void an_address_that_is_gone_stops_at_once_and_can_be_started_again() {
        OrganisationWebhooks gone = accepted(one.gone("wh-1"));
        assertThat(gone.find("wh-1").orElseThrow().stopped()).isEqualTo(StopReason.GONE);
        assertThat(gone.failed("wh-1", NOW, FIVE_DAYS)).isInstanceOf(Decision.Unchanged.class);
        assertThat(gone.gone("wh-1")).isInstanceOf(Decision.Unchanged.class);
        assertThat(accepted(gone.start("wh-1", "p-hr"))
                        .find("wh-1")
                        .orElseThrow()
                        .isActive())
                .isTrue();
    }

    @Test
    void there_are_ten_at_most_and_an_unknown_one_is_refused() {
        OrganisationWebhooks full = one;
        for (int i = 2; i <= OrganisationWebhooks.MAX; i++) {
            full = accepted(full.register("wh-" + i, URL, WebhookFormat.SLACK, "en", secret, "p-hr"));
        }
        assertThat(full.register("wh-11", URL, WebhookFormat.SLACK, "en", secret, "p-hr"))
                .isInstanceOf(Decision.Refused.class);
        assertThat(full.remove("wh-99")).isInstanceOf(Decision.Refused.class);
        assertThat(full.stop("wh-99")).isInstanceOf(Decision.Refused.class);
        assertThat(accepted(full.remove("wh-1")).find("wh-1")).isEmpty();
    }

    @Test
    void neither_address_nor_secret_is_in_a_text_about_it() {
        assertThat(one.toString()).doesNotContain("hooks.example.org", secret.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org/a?b=c",
                "https://hooks.example.org:8443/",
                "http://inside/x",
                "https://xn--bcher-kva.example/"
            })
    void an_https_address_with_a_name_is_allowed(String url) {
        assertThat(WebhookUrl.parse(url, Set.of("inside"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://user:pass@hooks.example.org/",
                "https://hooks.example.org/#x",
                "ftp://hooks.example.org/",
                "hooks.example.org",
                "https:///x",
                "",
                "https://exa mple.org/"
            })
    void any_other_address_is_not(String url) {
        assertThat(WebhookUrl.parse(url, Set.of("inside"))).isEmpty();
    }

    private static OrganisationWebhooks accepted(Decision<OrganisationWebhooks> decision) {
        return ((Decision.Accepted<OrganisationWebhooks>) decision).state();
    }

    private static List<Record> events(Decision<OrganisationWebhooks> decision) {
        return ((Decision.Accepted<OrganisationWebhooks>) decision).events();
    }
}
