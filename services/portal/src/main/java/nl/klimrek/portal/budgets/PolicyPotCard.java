package nl.klimrek.portal.budgets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.klimrek.portal.reader.Reader;

/**
 * A pot in words.
 *
 * @param amount what a full year of full time gives
 * @param lines  who pays, who gets less, and what is decided by whom
 * @param means  what it comes to for some people
 */
record PolicyPotCard(String code, String name, String amount, List<String> lines, List<String> means) {
    /** Days of the year from 1 July: as the service counts the part of a year. */
    private static final int FROM_JULY = 184;

    private static final int YEAR = 365;

    static PolicyPotCard of(Reader reader, PolicyPot pot) {
        String whole = reader.amount(pot.unit(), pot.amount());
        return new PolicyPotCard(
                pot.code(),
                name(reader, pot.code()),
                reader.say("budgetpolicies.amount", whole),
                lines(reader, pot),
                List.of(
                        reader.say("budgetpolicies.means.full", whole),
                        reader.say(
                                "budgetpolicies.means.half",
                                reader.amount(pot.unit(), pot.proRata() ? part(pot.amount(), 1, 2) : pot.amount())),
                        reader.say(
                                "budgetpolicies.means.july",
                                reader.amount(
                                        pot.unit(),
                                        pot.proRata() ? part(pot.amount(), FROM_JULY, YEAR) : pot.amount()))));
    }

    private static List<String> lines(Reader reader, PolicyPot pot) {
        List<String> lines = new ArrayList<>(List.of(
                reader.say("budgetpolicies.paid-by", reader.code("budgetpolicies.source", pot.fundingSource())),
                reader.say(pot.proRata() ? "budgetpolicies.pro-rata" : "budgetpolicies.whole"),
                pot.autoApproveUpTo() == 0
                        ? reader.say("budgetpolicies.always-decided")
                        : reader.say(
                                "budgetpolicies.at-once",
                                reader.amount(pot.unit(), pot.autoApproveUpTo()),
                                Integer.toString(pot.approvalPeriodDays() == null ? 365 : pot.approvalPeriodDays()))));
        if (pot.maxPerRequest() != null) {
            lines.add(reader.say("budgetpolicies.most", reader.amount(pot.unit(), pot.maxPerRequest())));
        }
        if (pot.validYears() != null && pot.validYears() > 1) {
            lines.add(reader.say("budgetpolicies.years", pot.validYears().toString()));
        }
        lines.add(
                pot.carryOverUpTo() == null
                        ? reader.say("budgetpolicies.expires")
                        : reader.say("budgetpolicies.carried", reader.amount(pot.unit(), pot.carryOverUpTo())));
        return lines;
    }

    /** A part of an amount, rounded half up to the smallest part of its unit. */
    static long part(long amount, int days, int of) {
        return (2 * amount * days + of) / (2L * of);
    }

    /** The name of a pot: a known one, else the organisation's. */
    static String name(Reader reader, String code) {
        String words = code.replace('-', ' ');
        return reader.findText("pot." + code)
                .orElse(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** The code of a pot that HR gives this name; empty when no letter is left. */
    static String code(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "")
                .replaceAll("-+$", "");
        return plain.substring(0, Math.min(30, plain.length())).replaceAll("-+$", "");
    }
}
