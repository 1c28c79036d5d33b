package nl.klimrek.portal.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.budgets.BudgetPage.PotField;
import nl.klimrek.portal.budgets.BudgetPage.ReceiptLine;
import nl.klimrek.portal.budgets.BudgetResponses.Receipt;
import nl.klimrek.portal.budgets.BudgetResponses.Request;
import nl.klimrek.portal.budgets.BudgetResponses.Share;
import nl.klimrek.portal.reader.Reader;

/** Says the receipts of a request in their reader's language, with the fields to correct one. */
final class ReceiptPageFactory {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private final Reader reader;

    ReceiptPageFactory(Reader reader) {
        this.reader = reader;
    }

    /** Every receipt, also those that a later one replaced. */
    List<ReceiptLine> receipts(Request request) {
        return request.receipts().stream()
                .map(receipt -> line(request, receipt))
                .toList();
    }

    private ReceiptLine line(Request request, Receipt receipt) {
        String amounts = receipt.spent().stream()
                .map(share -> reader.say(
                        "budgets.share",
                        reader.amount(share.unit(), share.amount()),
                        PotNames.name(reader, share.pot())))
                .collect(Collectors.joining(" + "));
        return new ReceiptLine(
                receipt.number(),
                receipt.receipt(),
                amounts.isEmpty() ? reader.say("budgets.receipt.nothing") : amounts,
                receipt.replaces() == null
                        ? reader.say("budgets.receipt.line", reader.shortMoment(receipt.at()))
                        : reader.say(
                                "budgets.receipt.line.instead",
                                reader.shortMoment(receipt.at()),
                                Integer.toString(receipt.replaces())),
                receipt.counts(),
                receipt.counts()
                        ? request.shares().stream()
                                .map(share -> correction(request, receipt, share))
                                .toList()
                        : List.of());
    }

    private PotField correction(Request request, Receipt receipt, Share approved) {
        long now = amount(receipt.spent(), approved);
        long most = approved.amount() - amount(request.spent(), approved) + now;
        return field(new Share(approved.pot(), approved.unit(), now), most);
    }

    private static long amount(List<Share> shares, Share of) {
        return shares.stream()
                .filter(share -> share.pot().equals(of.pot()))
                .mapToLong(Share::amount)
                .sum();
    }

    /** The field for an amount spent from a pot, up to this much. */
    PotField field(Share value, long most) {
        String unit = "HOURS".equals(value.unit()) ? "hours" : "euros";
        return new PotField(
                BudgetPageFactory.SHARE + value.pot(),
                reader.say("budgets.spend." + unit, PotNames.name(reader, value.pot())),
                reader.say("budgets.spend.most", reader.amount(value.unit(), most)),
                typed(value));
    }

    private String typed(Share share) {
        BigDecimal whole = BigDecimal.valueOf(share.amount());
        BigDecimal shown =
                "HOURS".equals(share.unit()) ? whole.divide(HOUR, 2, RoundingMode.DOWN) : whole.movePointLeft(2);
        String typed = shown.stripTrailingZeros().scale() <= 0
                ? shown.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : shown.toPlainString();
        return "nl".equals(reader.viewer().language().getLanguage()) ? typed.replace('.', ',') : typed;
    }
}
