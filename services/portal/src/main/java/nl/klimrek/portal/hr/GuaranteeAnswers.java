package nl.klimrek.portal.hr;

import java.time.Instant;
import java.util.List;

/** What the journal answers about the guarantees, as far as their page shows it. */
final class GuaranteeAnswers {
    private GuaranteeAnswers() {
    }

    record Lag(List<Behind> items, long behind) {
    }

    record Behind(String group, String topic, long behind) {
    }

    record Gaps(List<Gap> items, long open) {
    }

    record Gap(String stream, long from, long to, long missing, Instant since) {
    }

    record DeadLetters(List<DeadLetter> items, String next, int waiting) {
    }

    record DeadLetter(String id, String topic, String group, int partition, long offset, Instant at, String reason, String explanation,
            int attempts, String eventType, String eventSubject, long bytes, String digest) {
    }
}
