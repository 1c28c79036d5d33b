package nl.klimrek.portal.budgets;

import java.util.List;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * A budget request with its texts, for the person who decides.
 *
 * @param shares       the amount for each pot, and what is left in it
 * @param goal         the goal it is for, or why its title is not shown; null without a goal
 * @param alternatives alternatives that the employee considered; may be empty
 * @param decided      who decided what and when; null while it waits
 * @param earlier      what was asked before
 */
record BudgetDecisionPage(
        String id,
        String person,
        String who,
        @Nullable String etag,
        String status,
        String statusText,
        String what,
        List<ShareLine> shares,
        String neededOn,
        String askedOn,
        @Nullable String goal,
        String alternatives,
        @Nullable Decided decided,
        Section<List<String>> earlier) {

    record ShareLine(String pot, String amount, String left, boolean tooMuch) {}

    /** @param by in a sentence; reason and alternative only after a refusal */
    record Decided(String by, String reason, String alternative) {}

    public boolean open() {
        return "REQUESTED".equals(status);
    }
}
