package nl.klimrek.portal.budgets;

import java.util.List;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * A budget request with its texts, for the person who decides.
 *
 * @param shares       the amount for each pot, and what is left in it
 * @param goal         title of the goal it is for; null without a goal or when it is not shared
 * @param linked       whether it is for a goal at all
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
        boolean linked,
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
