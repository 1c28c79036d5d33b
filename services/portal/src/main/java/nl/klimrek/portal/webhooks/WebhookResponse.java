package nl.klimrek.portal.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the reminders service answers it.
 *
 * @param format            {@code PLAIN}, {@code TEAMS} or {@code SLACK}
 * @param stopped           why it gets no messages: {@code BY_HR}, {@code GONE} or {@code FAILING}; null while it gets them
 * @param failingSince      moment since which every message failed; null after a success
 * @param formerSecretUntil until when the former secret counts as well; null for none
 * @param attempts          the last attempts, newest first
 */
record WebhookResponse(
        String id,
        String url,
        String format,
        @Nullable String stopped,
        @Nullable Instant failingSince,
        @Nullable Instant formerSecretUntil,
        List<Attempt> attempts) {

    /**
     * @param type    name of the fact
     * @param number  number of the attempt, from 1
     * @param outcome code of how it ended
     * @param status  HTTP status; null without an answer
     * @param nextAt  moment of the next attempt; null for none
     */
    record Attempt(
            String type,
            Instant at,
            int number,
            String outcome,
            @Nullable Integer status,
            @Nullable Instant nextAt) {}
}
