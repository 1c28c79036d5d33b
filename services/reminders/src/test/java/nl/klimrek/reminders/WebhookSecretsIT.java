package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.WebhookRecipient.Message;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.webhookclient.WebhookSignature;
import nl.klimrek.reminders.webhooks.OrganisationWebhooks;
import nl.klimrek.reminders.webhooks.SecretSealingJob;
import nl.klimrek.reminders.webhooks.Webhook;
import nl.klimrek.reminders.webhooks.WebhookFormat;
import nl.klimrek.reminders.webhooks.WebhookSecret;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Secrets of webhooks in the store, and webhooks that were registered by an earlier version. */
class WebhookSecretsIT {

    private static final String ID = "wh-00000000-0000-0000-0000-000000000001";
    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @Test
    void the_store_holds_secrets_encrypted_only() {
        HttpAnswer registered =
                hr().post("/webhooks", "{\"url\":\"https://hooks.example.org/in\",\"format\":\"PLAIN\"}");
        HttpAnswer renewed = hr().post("/webhooks/" + registered.text("id") + "/secret");
        String stored = stored();
        for (HttpAnswer answer : List.of(registered, renewed)) {
            assertThat(answer.text("secret")).startsWith("whsec_");
            assertThat(stored)
                    .doesNotContain(answer.text("secret").substring("whsec_".length()))
                    .contains("aes1:test:");
        }
    }

    @Test
    void a_secret_from_before_still_signs_and_is_encrypted_by_the_job() {
        try (WebhookRecipient recipient = new WebhookRecipient()) {
            WebhookSecret former = WebhookSecret.fresh();
            keep(recipient.url(), new SealedSecret(former.value()), null);
            assertThat(stored()).contains(former.value());
            test();
            assertSigned(awaitMessages(recipient, 1).get(0), former);

            service.advanceTo(service.now().plus(Duration.ofDays(2)));
            service.run(SecretSealingJob.class);
            assertThat(stored()).doesNotContain(former.value()).contains("aes1:test:");
            test();
            assertSigned(awaitMessages(recipient, 2).get(1), former);
        }
    }

    @Test
    void a_message_whose_secret_cannot_be_read_is_not_sent_and_hr_sees_why() {
        try (WebhookRecipient recipient = new WebhookRecipient()) {
            keep(recipient.url(), new SealedSecret("aes1:lost:" + "A".repeat(60)), "p-hr");
            test();
            await().atMost(Reminders.TIMEOUT)
                    .untilAsserted(() -> assertThat(hr().get("/webhooks")
                                    .json()
                                    .at("/0/attempts/0/outcome")
                                    .asText())
                            .isEqualTo("SECRET_UNREADABLE"));
            assertThat(recipient.received()).isEmpty();
        }
    }

    @Test
    void a_webhook_from_before_is_kept_by_the_one_of_hr_who_uses_it_and_who_hears_of_its_stop() {
        try (WebhookRecipient recipient = new WebhookRecipient(410)) {
            office.join("p-hr", OrganisationFixture.BRAM, "Europe/Amsterdam");
            office.list("p-hr", "nl");
            service.toNextMonday("10:00");
            keep(recipient.url(), new SealedSecret(WebhookSecret.fresh().value()), null);
            test();
            service.awaitSending(() -> assertThat(office.story("p-hr")).contains("sent see-webhook"));
        }
    }

    /** A webhook as an earlier version stored it. */
    private void keep(String url, SealedSecret secret, String keeper) {
        AggregateStore<OrganisationWebhooks> webhooks = service.service().store("webhookStore");
        webhooks.handle(
                Key.of(new Organisation(office.organisation), OrganisationWebhooks.ID),
                MessageContext.system("test"),
                before -> Decision.accept(new OrganisationWebhooks(List.of(new Webhook(
                        ID, URI.create(url), WebhookFormat.PLAIN, "nl", secret, null, null, null, null, keeper)))));
    }

    private String stored() {
        return service.service()
                .bean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("webhooks")
                .find(new Document("_id", office.organisation + "/" + OrganisationWebhooks.ID))
                .first()
                .toJson();
    }

    private static void assertSigned(Message message, WebhookSecret secret) {
        assertThat(message.signature())
                .isEqualTo(WebhookSignature.of(
                        List.of(secret),
                        message.id(),
                        Instant.ofEpochSecond(Long.parseLong(message.timestamp())),
                        message.body()));
    }

    private static List<Message> awaitMessages(WebhookRecipient recipient, int count) {
        await().atMost(Reminders.TIMEOUT)
                .untilAsserted(() -> assertThat(recipient.received()).hasSizeGreaterThanOrEqualTo(count));
        return recipient.received();
    }

    private void test() {
        assertThat(hr().post("/webhooks/" + ID + "/test").status()).isEqualTo(200);
    }

    private TestClient hr() {
        return service.service().as("p-hr", office.organisation, Role.HR).below("/api/reminders");
    }
}
