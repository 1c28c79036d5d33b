package nl.klimrek.portal.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Responses of the services for HR's start page. */
final class HrResponses {
    private HrResponses() {}

    record Summary(int employed, int left, int withManager, int withoutManager, int quarantined) {}

    record Cycle(String id, LocalDate startsOn, List<Amendment> amendments, JsonNode planning) {
        Cycle {
            amendments = amendments == null ? List.of() : amendments;
        }

        /** Whether the cycle requests conversations but has invited nobody yet. */
        boolean waits(LocalDate today) {
            boolean stopped = amendments.stream()
                            .allMatch(part ->
                                    part.rhythm() == null || part.rhythm().isEmpty())
                    && amendments.stream()
                            .anyMatch(part -> "ORGANISATION".equals(part.scope())
                                    && !part.effectiveFrom().isAfter(today));
            return !planned() && !stopped;
        }

        boolean planned() {
            return planning != null && !planning.isNull() && !planning.isMissingNode();
        }
    }

    record Amendment(String scope, LocalDate effectiveFrom, List<JsonNode> rhythm) {}

    record Overload(String manager, int conversations, LocalDate until) {}

    record Letters(int waiting) {}

    /** An address that gets messages. @param stopped why it gets none; null while it gets them */
    record Webhook(@Nullable String stopped) {

        /** Whether it was stopped by itself, so that messages are missed. */
        boolean isBroken() {
            return stopped != null && !"BY_HR".equals(stopped);
        }
    }
}
