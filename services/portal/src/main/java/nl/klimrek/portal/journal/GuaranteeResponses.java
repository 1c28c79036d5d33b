package nl.klimrek.portal.journal;

import java.time.Instant;
import java.util.List;

/** Responses of the journal service about lag, gaps and dead letters. */
final class GuaranteeResponses {
    private GuaranteeResponses() {}

    record Lag(List<Behind> items, long behind) {
        Lag {
            items = items == null ? List.of() : items;
        }
    }

    record Behind(String group, String topic, long behind) {}

    record Gaps(List<Gap> items, long open) {
        Gaps {
            items = items == null ? List.of() : items;
        }
    }

    record Gap(String stream, long from, long to, long missing, Instant since) {}

    record DeadLetters(List<DeadLetter> items, String next, int waiting) {
        DeadLetters {
            items = items == null ? List.of() : items;
        }
    }

    record DeadLetter(
            String id,
            String status,
            String topic,
            String group,
            int partition,
            long offset,
            Instant at,
            String explanation,
            int attempts,
            String eventType,
            long bytes,
            String digest,
            String discardedBecause) {}
}
