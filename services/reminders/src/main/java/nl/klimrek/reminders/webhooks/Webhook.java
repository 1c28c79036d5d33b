package nl.klimrek.reminders.webhooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.klimrek.reminders.secret.SealedSecret;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets facts about prompts.
 *
 * @param id random id
 * @param url address, never logged because it may hold a secret of its own
 * @param format form of its messages
 * @param language language of its messages, as a tag
 * @param secret present secret, encrypted
 * @param former secret before it, with which messages are signed too until the recipient knows the present one; null for none
 * @param formerUntil end of the former secret; null for none
 * @param stopped why it gets no messages; null while it gets them
 * @param failingSince moment since which every message failed; null after a success
 * @param keeper person id of the one who registered it or started it last; null when unknown
 */
public record Webhook(
        String id,
        URI url,
        WebhookFormat format,
        String language,
        SealedSecret secret,
        @Nullable SealedSecret former,
        @Nullable Instant formerUntil,
        @Nullable StopReason stopped,
        @Nullable Instant failingSince,
        @Nullable String keeper) {

    /** Time in which messages carry a signature of the former secret as well. */
    public static final Duration BOTH_SECRETS = Duration.ofDays(1);

    /** Why a webhook gets no messages. */
    public enum StopReason {
        /** HR stopped it. */
        BY_HR,
        /** Its address answered that it no longer exists. */
        GONE,
        /** Every message failed for days. */
        FAILING
    }

    static Webhook of(String id, URI url, WebhookFormat format, String language, SealedSecret secret, String keeper) {
        return new Webhook(id, url, format, language, secret, null, null, null, null, keeper);
    }

    public boolean isActive() {
        return stopped == null;
    }

    /** The secrets that sign a message at this moment, the present one first. */
    public List<SealedSecret> secretsAt(Instant now) {
        return former != null && formerUntil != null && now.isBefore(formerUntil)
                ? Stream.of(secret, former).toList()
                : List.of(secret);
    }

    Webhook withSecret(SealedSecret next, Instant now) {
        return new Webhook(
                id, url, format, language, next, secret, now.plus(BOTH_SECRETS), stopped, failingSince, keeper);
    }

    /** The same secrets, encrypted anew. */
    Webhook resealed(UnaryOperator<SealedSecret> seal) {
        return new Webhook(
                id,
                url,
                format,
                language,
                seal.apply(secret),
                former == null ? null : seal.apply(former),
                formerUntil,
                stopped,
                failingSince,
                keeper);
    }

    Webhook stopped(@Nullable StopReason reason) {
        return new Webhook(id, url, format, language, secret, former, formerUntil, reason, null, keeper);
    }

    /** Kept by this person, if nobody keeps it yet. */
    Webhook keptByIfNobody(String person) {
        return keeper == null ? keptBy(person) : this;
    }

    Webhook keptBy(String person) {
        return new Webhook(id, url, format, language, secret, former, formerUntil, stopped, failingSince, person);
    }

    Webhook failing(@Nullable Instant since) {
        return new Webhook(id, url, format, language, secret, former, formerUntil, stopped, since, keeper);
    }

    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
