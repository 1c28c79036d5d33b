package nl.klimrek.portal.hr;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the services answer to HR, as far as these pages show it. */
final class HrAnswers {
    private HrAnswers() {
    }

    record Summary(int employed, int left, int withManager, int withoutManager, int quarantined) {
    }

    record Person(String person, String givenName, String familyName, String teamName, String team) {
    }

    record Quarantined(String id, String source, String record, String reason, String explanation, Instant at) {
    }

    record Cycle(String id, List<Rule> rhythm, LocalDate startsOn, Planning planning) {
    }

    record Rule(String type, int everyDays) {
    }

    record Planning(boolean done, int people, int planned, List<String> withoutManager, Map<String, Integer> skipped) {
    }

    record Coverage(int minimum, Figure total, List<TeamFigure> teams, List<String> hidden) {
    }

    record TeamFigure(String team, Figure figure) {
    }

    record Figure(int people, int withConversation) {
    }

    record Verification(boolean verified, long entries, Broken firstBroken) {
    }

    record Broken(long position, String reason) {
    }

    record Gaps(long open) {
    }
}
