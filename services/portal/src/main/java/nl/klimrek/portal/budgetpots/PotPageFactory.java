package nl.klimrek.portal.budgetpots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.budgetpots.PotPage.HoldLine;
import nl.klimrek.portal.budgetpots.PotPage.Line;
import nl.klimrek.portal.budgetpots.PotPage.Part;
import nl.klimrek.portal.budgetpots.PotResponses.Entry;
import nl.klimrek.portal.budgetpots.PotResponses.Explanation;
import nl.klimrek.portal.budgetpots.PotResponses.Hold;
import nl.klimrek.portal.budgetpots.PotResponses.Hours;
import nl.klimrek.portal.budgetpots.PotResponses.Pot;
import nl.klimrek.portal.budgetpots.PotResponses.Rules;
import nl.klimrek.portal.budgets.PotNames;
import nl.klimrek.portal.reader.Reader;

/** Says an explanation in its reader's language. */
final class PotPageFactory {
    private final Reader reader;

    PotPageFactory(Reader reader) {
        this.reader = reader;
    }

    /** @param isToday whether no other day was chosen */
    PotPage page(Explanation explanation, boolean isToday) {
        Pot pot = explanation.pot();
        return new PotPage(
                pot.pot(),
                PotNames.name(reader, pot.pot()),
                reader.day(explanation.on()),
                explanation.on().toString(),
                isToday,
                amount(pot, pot.available()),
                parts(pot),
                isToday ? rules(pot, explanation.rules(), explanation.on()) : List.of(),
                isToday ? pot.holds().stream().map(hold -> hold(pot, hold)).toList() : List.of(),
                explanation.lines().stream()
                        .map(line -> line(line.entry(), amount(pot, line.available())))
                        .toList(),
                explanation.before() == 0 ? null : amount(pot, explanation.before()));
    }

    private List<Part> parts(Pot pot) {
        List<Part> parts = new ArrayList<>();
        part(parts, "budgetpots.granted", pot, pot.granted());
        part(parts, "budgetpots.reserved", pot, pot.reserved());
        part(parts, "budgetpots.committed", pot, pot.committed());
        part(parts, "budgetpots.spent", pot, pot.spent());
        part(parts, "budgetpots.expired", pot, pot.expired());
        part(parts, "budgetpots.carried-over", pot, pot.carriedOver());
        part(parts, "budgetpots.shortfall", pot, pot.shortfall());
        return parts;
    }

    private void part(List<Part> parts, String label, Pot pot, long amount) {
        if (amount != 0) {
            parts.add(new Part(reader.say(label), amount(pot, amount)));
        }
    }

    /** What can be asked and what cannot, one sentence each. */
    private List<String> rules(Pot pot, Rules rules, LocalDate today) {
        List<String> said = new ArrayList<>();
        grant(said, pot, rules);
        if (rules.ownerLeft()) {
            said.add(reader.say("budgetpots.rule.left"));
        } else if (pot.closed() || today.isAfter(pot.validUntil())) {
            said.add(reader.say("budgetpots.rule.ended", reader.shortDay(pot.validUntil())));
        } else if (pot.shortfall() > 0) {
            said.add(reader.say("budgetpots.rule.shortfall", amount(pot, pot.shortfall())));
        } else if (pot.available() == 0) {
            said.add(reader.say("budgetpots.rule.empty"));
        } else {
            asking(said, pot, rules);
        }
        return said;
    }

    private void grant(List<String> said, Pot pot, Rules rules) {
        if (rules.fullGrant() == null) {
            return;
        }
        said.add(reader.say(
                rules.proRata() ? "budgetpots.rule.pro-rata" : "budgetpots.rule.whole",
                amount(pot, rules.fullGrant())));
        if (rules.proRata()) {
            for (Hours hours : rules.hours()) {
                said.add(reader.say(
                        "budgetpots.rule.hours",
                        reader.amount("HOURS", hours.minutesPerWeek()),
                        reader.shortDay(hours.from())));
            }
        }
    }

    private void asking(List<String> said, Pot pot, Rules rules) {
        long most = rules.maxPerRequest() == null ? pot.available() : Math.min(rules.maxPerRequest(), pot.available());
        said.add(reader.say("budgetpots.rule.ask", amount(pot, most), reader.shortDay(pot.validUntil())));
        if (rules.maxPerRequest() != null) {
            said.add(reader.say("budgetpots.rule.maximum", amount(pot, rules.maxPerRequest())));
        }
        long atOnce = pot.autoApproveUpTo() - rules.approvedInPeriod();
        if (pot.autoApproveUpTo() == 0) {
            said.add(reader.say("budgetpots.rule.decided"));
        } else {
            said.add(reader.say(
                    "budgetpots.rule.at-once",
                    amount(pot, pot.autoApproveUpTo()),
                    Integer.toString(rules.approvalPeriodDays()),
                    amount(pot, rules.approvedInPeriod()),
                    amount(pot, Math.max(0, atOnce))));
        }
        said.add(
                rules.carryOverUpTo() == 0
                        ? reader.say("budgetpots.rule.expires", reader.shortDay(pot.validUntil()))
                        : reader.say(
                                "budgetpots.rule.carried",
                                reader.shortDay(pot.validUntil()),
                                amount(pot, rules.carryOverUpTo())));
    }

    private HoldLine hold(Pot pot, Hold hold) {
        return new HoldLine(
                hold.request(),
                reader.say(
                        "APPROVED".equals(hold.status()) ? "budgetpots.hold.approved" : "budgetpots.hold.asked",
                        amount(pot, hold.amount()),
                        reader.shortDay(hold.neededOn())));
    }

    private Line line(Entry entry, String left) {
        String what = entry.reason() == null
                ? reader.code("entry", entry.type())
                : reader.findText("budgetpots.reason." + entry.reason())
                        .orElseGet(() -> reader.code("entry", entry.type()));
        return new Line(
                reader.shortDay(reader.today(entry.at())),
                what,
                sign(entry) + reader.amount(entry.unit(), entry.amount()),
                left,
                entry.request());
    }

    /** Against what is left: plus, minus, or nothing for what was set aside before. */
    private static String sign(Entry entry) {
        return "AVAILABLE".equals(entry.to()) ? "+ " : "AVAILABLE".equals(entry.from()) ? "− " : "";
    }

    private String amount(Pot pot, long amount) {
        return reader.amount(pot.unit(), amount);
    }
}
