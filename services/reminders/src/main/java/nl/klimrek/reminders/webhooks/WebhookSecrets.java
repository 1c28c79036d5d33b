package nl.klimrek.reminders.webhooks;

import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.secret.SealedSecret;
import nl.klimrek.reminders.secret.SecretVault;
import org.springframework.stereotype.Component;

/** Encrypts the secrets of webhooks for the store, and decrypts them for a signature. Each is bound to its webhook. */
@Component
public class WebhookSecrets {

    private final SecretVault vault;

    WebhookSecrets(SecretVault vault) {
        this.vault = vault;
    }

    /** Whether secrets can be made; not without a key. */
    public boolean canMake() {
        return vault.canSeal();
    }

    /** Encrypts a secret of a webhook. */
    public SealedSecret seal(Organisation organisation, String webhook, WebhookSecret secret) {
        return vault.seal(secret.value(), place(organisation, webhook));
    }

    /** The present secret. */
    public WebhookSecret open(Organisation organisation, Webhook webhook) {
        return open(organisation, webhook, webhook.secret());
    }

    /** The secrets that sign a message at this moment, the present one first. */
    public List<WebhookSecret> openAt(Organisation organisation, Webhook webhook, Instant now) {
        return webhook.secretsAt(now).stream()
                .map(secret -> open(organisation, webhook, secret))
                .toList();
    }

    /** The same secret under the current key; one that is under it already, as it is. */
    SealedSecret renewed(Organisation organisation, String webhook, SealedSecret stored) {
        String place = place(organisation, webhook);
        return vault.isCurrent(stored) ? stored : vault.seal(vault.open(stored, place), place);
    }

    private WebhookSecret open(Organisation organisation, Webhook webhook, SealedSecret stored) {
        return new WebhookSecret(vault.open(stored, place(organisation, webhook.id())));
    }

    private static String place(Organisation organisation, String webhook) {
        return organisation.value() + "/" + webhook;
    }
}
