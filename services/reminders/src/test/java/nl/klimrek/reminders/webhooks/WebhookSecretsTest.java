package nl.klimrek.reminders.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.secret.SecretKeyProperties;
import nl.klimrek.reminders.secret.SecretUnreadableException;
import nl.klimrek.reminders.secret.SecretVault;
import org.junit.jupiter.api.Test;

/** Secrets of webhooks under keys that are renewed. */
class WebhookSecretsTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final Organisation ACME = new Organisation("acme");
    private final WebhookSecret present = WebhookSecret.fresh();
    private final WebhookSecret former = WebhookSecret.fresh();
    private final WebhookSecrets old = secrets("old", "old");
    private final WebhookSecrets renewed = secrets("new", "old", "new");

    @Test
    void both_secrets_of_a_webhook_are_encrypted_under_the_current_key_and_stay_the_same() {
        OrganisationWebhooks before = stored(new SealedSecret(present.value()), old.seal(ACME, "wh-1", former));
        OrganisationWebhooks after = state(before.reseal((id, secret) -> renewed.renewed(ACME, id, secret)));
        Webhook webhook = after.find("wh-1").orElseThrow();
        assertThat(List.of(webhook.secret(), webhook.former()))
                .allSatisfy(secret -> assertThat(secret.key()).contains("new"));
        assertThat(renewed.openAt(ACME, webhook, NOW)).containsExactly(present, former);
        assertThatThrownBy(() -> old.open(ACME, webhook)).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void what_is_under_the_current_key_is_written_no_more() {
        OrganisationWebhooks before = stored(renewed.seal(ACME, "wh-1", present), null);
        assertThat(before.reseal((id, secret) -> renewed.renewed(ACME, id, secret)))
                .isEqualTo(Decision.unchanged());
    }

    @Test
    void a_secret_that_cannot_be_read_changes_nothing() {
        OrganisationWebhooks before = stored(renewed.seal(ACME, "wh-1", present), null);
        assertThatThrownBy(() -> before.reseal((id, secret) -> old.renewed(ACME, id, secret)))
                .isInstanceOf(SecretUnreadableException.class);
        assertThatThrownBy(() -> renewed.open(
                        new Organisation("other"), before.webhooks().get(0)))
                .isInstanceOf(SecretUnreadableException.class);
    }

    private static OrganisationWebhooks stored(SealedSecret secret, SealedSecret former) {
        return new OrganisationWebhooks(List.of(new Webhook(
                "wh-1",
                URI.create("https://hooks.example.org/in"),
                WebhookFormat.PLAIN,
                "nl",
                secret,
                former,
                former == null ? null : NOW.plusSeconds(60),
                null,
                null,
                "p-hr")));
    }

    private static WebhookSecrets secrets(String current, String... known) {
        Map<String, String> keys = new HashMap<>();
        for (String id : known) {
            byte[] key = new byte[32];
            Arrays.fill(key, (byte) id.charAt(0));
            keys.put(id, Base64.getEncoder().encodeToString(key));
        }
        return new WebhookSecrets(new SecretVault(new SecretKeyProperties(current, keys)));
    }

    private static OrganisationWebhooks state(Decision<OrganisationWebhooks> decision) {
        return ((Decision.Accepted<OrganisationWebhooks>) decision).state();
    }
}
