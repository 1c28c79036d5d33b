package nl.klimrek.portal.budgets;

import java.util.List;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/**
 * Pots and requests of an employee; in their language.
 *
 * @param next where the list of requests goes on; null on its last page
 */
record BudgetPage(
        Section<List<PotCard>> pots,
        Section<List<RequestLine>> requests,
        @Nullable String first,
        @Nullable String next) {

    /**
     * A pot.
     *
     * @param left   what can still be asked for
     * @param until  until when, with its label
     * @param source who pays
     * @param why    how what is left came about
     * @param rule   up to which amount a request is approved by itself
     * @param holds  what is set apart, and until when
     * @param shortfall what is set apart above the budget; null without
     */
    record PotCard(
            String pot,
            String name,
            String left,
            String until,
            String source,
            String why,
            String rule,
            List<HoldLine> holds,
            @Nullable String shortfall,
            BarChart bars) {}

    record HoldLine(String request, String text) {}

    /** @param next what happens next, or how it ended; may be empty */
    record RequestLine(
            String id, String what, String status, String statusText, String amounts, String when, String next) {}

    /**
     * One request.
     *
     * @param facts    label and text
     * @param refused  reason and alternative, where it was refused
     * @param withdraw whether it can be taken back
     * @param shares   what a receipt can be handed in for; empty when none can
     * @param receipts those that are in
     * @param close    whether it can be closed without a further receipt
     */
    record RequestPage(
            String id,
            @Nullable String etag,
            String what,
            String status,
            String statusText,
            String next,
            List<Fact> facts,
            @Nullable Refused refused,
            boolean withdraw,
            List<PotField> shares,
            List<ReceiptLine> receipts,
            boolean close) {}

    /**
     * A receipt.
     *
     * @param meta   when it came, and which it corrects
     * @param counts whether no later one replaced it
     * @param fields to correct it; empty when it cannot be
     */
    record ReceiptLine(int number, String text, String amounts, String meta, boolean counts, List<PotField> fields) {}

    record Fact(String label, String text) {}

    record Refused(String reason, String alternative) {}

    /** A pot that an amount is asked from or spent of. @param value the usual amount, as it is typed; may be empty */
    record PotField(String field, String label, String hint, String value) {}

    record EntryLine(String when, String what, String pot, String amount, String request) {}
}
