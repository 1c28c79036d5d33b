package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.WebhookRecipient.Message;
import nl.klimrek.reminders.webhookclient.WebhookSignature;
import nl.klimrek.reminders.webhooks.WebhookSecret;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Webhooks of an organisation: registered by HR, signed, repeated, apart from each other, stopped when they fail for good. */
class WebhooksIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @Test
    void a_sent_prompt_arrives_once_signed_and_without_words() {
        try (WebhookRecipient recipient = new WebhookRecipient()) {
            HttpAnswer registered = register(recipient.url(), "PLAIN");
            service.toNextMonday("10:00");
            TestEvent invitation = office.talk().invite(Side.COUNTERPART, slot());
            office.awaitMail(ANNA);
            Message message = awaitMessages(recipient, 1).get(0);
            service.repeat(invitation);
            service.sendDue();
            test(registered);
            assertThat(awaitMessages(recipient, 2))
                    .extracting(each -> each.json().path("type").asText())
                    .containsExactly("prompt.sent", "webhook.test");

            assertThat(message.json().path("data").path("kind").asText()).isEqualTo("answer-invitation");
            assertThat(message.json().path("data").path("person").asText()).isEqualTo(ANNA);
            assertThat(message.body()).doesNotContain(OrganisationFixture.GIVEN_NAME, "@", "Hallo");
            assertThat(message.signature())
                    .isEqualTo(WebhookSignature.of(
                            List.of(new WebhookSecret(registered.text("secret"))),
                            message.id(),
                            Instant.ofEpochSecond(Long.parseLong(message.timestamp())),
                            message.body()));
        }
    }

    @Test
    void a_failed_message_comes_again_under_the_same_id_and_a_new_secret_signs_beside_the_former() {
        try (WebhookRecipient recipient = new WebhookRecipient(503)) {
            HttpAnswer registered = register(recipient.url(), "PLAIN");
            String next =
                    hr().post("/webhooks/" + registered.text("id") + "/secret").text("secret");
            assertThat(next).startsWith("whsec_").isNotEqualTo(registered.text("secret"));
            test(registered);
            awaitMessages(recipient, 1);
            await().atMost(Reminders.TIMEOUT).until(() -> attempts(0).size() == 1);
            service.advanceTo(service.now().plusSeconds(7));
            List<Message> both = awaitMessages(recipient, 2);
            assertThat(both).extracting(Message::id).containsOnly(both.get(0).id());
            assertThat(both.get(1).signature())
                    .isEqualTo(WebhookSignature.of(
                            List.of(new WebhookSecret(next), new WebhookSecret(registered.text("secret"))),
                            both.get(1).id(),
                            Instant.ofEpochSecond(Long.parseLong(both.get(1).timestamp())),
                            both.get(1).body()));
            await().atMost(Reminders.TIMEOUT)
                    .untilAsserted(() -> assertThat(attempts(0)).containsExactly("DELIVERED 200", "REFUSED 503"));
        }
    }

    @Test
    void an_endpoint_that_never_answers_holds_up_no_other() {
        try (WebhookRecipient silent = WebhookRecipient.silent();
                WebhookRecipient healthy = new WebhookRecipient()) {
            HttpAnswer first = register(silent.url(), "PLAIN");
            for (int i = 0; i < 3; i++) {
                test(first);
            }
            OrganisationFixture other = new OrganisationFixture();
            HttpAnswer second =
                    hrOf(other).post("/webhooks", "{\"url\":\"" + healthy.url() + "\",\"format\":\"PLAIN\"}");
            hrOf(other).post("/webhooks/" + second.text("id") + "/test");
            awaitMessages(healthy, 1);
            await().atMost(Reminders.TIMEOUT)
                    .untilAsserted(() -> assertThat(attempts(0)).contains("TIMED_OUT null"));
        }
    }

    @Test
    void the_one_who_set_up_a_webhook_hears_that_it_was_stopped_until_it_is_started() {
        try (WebhookRecipient recipient = new WebhookRecipient(410)) {
            office.join("p-hr", OrganisationFixture.BRAM, "Europe/Amsterdam");
            office.list("p-hr", "nl");
            service.toNextMonday("10:00");
            HttpAnswer registered = register(recipient.url(), "PLAIN");
            test(registered);
            service.awaitSending(() -> assertThat(office.story("p-hr")).contains("sent see-webhook"));
            assertThat(office.inbox("p-hr")).hasSize(1);
            assertThat(hr().post("/webhooks/" + registered.text("id") + "/start")
                            .status())
                    .isEqualTo(200);
            service.awaitSending(() -> assertThat(office.story("p-hr")).contains("cancelled see-webhook MOOT"));
        }
    }

    @Test
    void an_address_that_is_gone_gets_nothing_more_until_hr_starts_it() {
        try (WebhookRecipient recipient = new WebhookRecipient(410)) {
            HttpAnswer registered = register(recipient.url(), "PLAIN");
            test(registered);
            await().atMost(Reminders.TIMEOUT)
                    .untilAsserted(() -> assertThat(find(0, "stopped")).isEqualTo("GONE"));
            assertThat(hr().post("/webhooks/" + registered.text("id") + "/test").problem())
                    .isEqualTo("409 webhook-stopped");
            assertThat(hr().post("/webhooks/" + registered.text("id") + "/start")
                            .status())
                    .isEqualTo(200);
            test(registered);
            awaitMessages(recipient, 2);
        }
    }

    @Test
    void a_channel_gets_a_card_or_a_message_that_names_nobody() {
        try (WebhookRecipient teams = new WebhookRecipient();
                WebhookRecipient slack = new WebhookRecipient()) {
            register(teams.url(), "TEAMS");
            register(slack.url(), "SLACK");
            service.toNextMonday("10:00");
            office.talk().invite(Side.COUNTERPART, slot());
            office.awaitMail(ANNA);
            Message card = awaitMessages(teams, 1).get(0);
            assertThat(card.json().at("/attachments/0/contentType").asText())
                    .isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(card.json().at("/attachments/0/content/actions/0/url").asText())
                    .isEqualTo("https://portal.test/hr/reminders");
            Message text = awaitMessages(slack, 1).get(0);
            assertThat(text.json().path("text").asText()).contains("Een uitnodiging voor een gesprek");
            assertThat(text.json().at("/blocks/1/elements/0/url").asText()).startsWith("https://portal.test/");
            assertThat(card.body() + text.body()).doesNotContain(ANNA, OrganisationFixture.GIVEN_NAME);
        }
    }

    @Test
    void only_hr_has_webhooks_and_only_its_own_and_a_secret_is_shown_once() {
        HttpAnswer registered = register("https://hooks.example.org/in", "PLAIN");
        String path = "/webhooks/" + registered.text("id");
        assertThat(hr().get("/webhooks").ok().body()).doesNotContain(registered.text("secret"));
        assertThat(office.get(ANNA, "/webhooks", "en").status()).isEqualTo(403);
        assertThat(office.post(ANNA, path + "/test", "").status()).isEqualTo(403);
        TestClient elsewhere = hrOf(new OrganisationFixture());
        assertThat(elsewhere.get("/webhooks").ok().body()).isEqualTo("[]");
        for (String step : List.of("/test", "/secret", "/stop", "/start")) {
            assertThat(elsewhere.post(path + step).problem()).isEqualTo("404 webhook-unknown");
        }
        for (String bad :
                List.of("http://hooks.example.org/", "https://127.0.0.1/", "https://10.0.0.1/x", "nonsense")) {
            assertThat(register(bad, "PLAIN").problem()).isEqualTo("422 webhook-url-invalid");
        }
        TestClient again = hr().withIdempotencyKey("once");
        String body = "{\"url\":\"https://hooks.example.org/2\",\"format\":\"SLACK\"}";
        assertThat(again.post("/webhooks", body).body())
                .isEqualTo(again.post("/webhooks", body).body());
        assertThat(hr().get("/webhooks").json()).hasSize(2);
        assertThat(service.published(office.organisation))
                .allSatisfy(event ->
                        assertThat(event.everything()).doesNotContain("hooks.example", registered.text("secret")));
    }

    private HttpAnswer register(String url, String format) {
        return hr().post("/webhooks", "{\"url\":\"" + url + "\",\"format\":\"" + format + "\"}");
    }

    private void test(HttpAnswer webhook) {
        assertThat(hr().post("/webhooks/" + webhook.text("id") + "/test").status())
                .isEqualTo(200);
    }

    private List<String> attempts(int webhook) {
        List<String> found = new ArrayList<>();
        hr().get("/webhooks")
                .json()
                .get(webhook)
                .path("attempts")
                .forEach(each -> found.add(each.path("outcome").asText() + " "
                        + (each.hasNonNull("status") ? each.path("status").asText() : "null")));
        return found;
    }

    private String find(int webhook, String field) {
        return hr().get("/webhooks").json().get(webhook).path(field).asText();
    }

    private TestClient hr() {
        return hrOf(office).withLanguage("nl");
    }

    private TestClient hrOf(OrganisationFixture organisation) {
        return service.service().as("p-hr", organisation.organisation, Role.HR).below("/api/reminders");
    }

    private static List<Message> awaitMessages(WebhookRecipient recipient, int count) {
        await().atMost(Reminders.TIMEOUT)
                .untilAsserted(() -> assertThat(recipient.received()).hasSizeGreaterThanOrEqualTo(count));
        return recipient.received();
    }

    private Instant slot() {
        return service.now().plus(Duration.ofDays(30));
    }
}
