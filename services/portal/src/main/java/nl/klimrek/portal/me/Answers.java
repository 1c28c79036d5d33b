package nl.klimrek.portal.me;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the services answer to an employee, as far as this page shows it. */
final class Answers {
    private Answers() {
    }

    record Plan(String pop, Agreement agreement, List<Goal> goals) {
    }

    record Agreement(int version, String state) {
    }

    record Goal(String id, boolean keptPrivate, String state, String title, String purpose, String direction, LocalDate targetDate) {
    }

    record Account(List<Pot> pots) {
    }

    record Pot(String pot, String unit, LocalDate validUntil, long granted, long available, long reserved, long committed,
            long spent) {
    }

    record Request(String id, String status, String what, List<Share> shares, LocalDate neededOn, Decision decision) {
    }

    record Share(String pot, String unit, long amount) {
    }

    record Decision(boolean automatically, String reason, String alternative) {
    }

    record OpenAgreement(String conversation, String id, String text, String owner, LocalDate dueDate) {
    }

    record Look(Instant time, String viewer, String content, String allowedBecause) {
    }
}
