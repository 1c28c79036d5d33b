package nl.klimrek.portal.budgets;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.reader.Reader;

/** The pots of a report, as their manager reads them. */
public final class ReportPots {
    private ReportPots() {}

    /** The pots of a person. */
    public record Account(List<Pot> pots) {
        public Account {
            pots = pots == null ? List.of() : pots;
        }
    }

    /** Amounts in cents or minutes. */
    public record Pot(
            String pot,
            String unit,
            LocalDate validUntil,
            long granted,
            long available,
            long reserved,
            long committed,
            long spent) {}

    /** A pot is its policy's code and a year; a code that has a name here is shown by it. */
    public static String name(Reader reader, String pot) {
        int dash = pot.lastIndexOf('-');
        String code = dash > 0 ? pot.substring(0, dash) : pot;
        String name = reader.code("pot", code);
        return dash > 0 ? reader.say("team.pot", name, pot.substring(dash + 1)) : name;
    }

    /** The rest of a pot, in a sentence. */
    public static String left(Reader reader, Pot pot) {
        return reader.say(
                "team.budgets.left",
                reader.amount(pot.unit(), pot.available()),
                reader.amount(pot.unit(), pot.granted()),
                reader.shortDay(pot.validUntil()));
    }

    /** One bar for a pot: amounts of different units never share an axis. */
    public static BarChart chart(Reader reader, Pot pot) {
        List<Long> parts = List.of(pot.available(), pot.reserved(), pot.committed(), pot.spent()).stream()
                .map(part -> Math.max(0, part))
                .toList();
        return new BarChart(
                reader.say("team.budgets.pot", name(reader, pot.pot()), left(reader, pot)),
                reader.say("team.budgets.unit"),
                List.of(
                        reader.say("team.budgets.available"),
                        reader.say("team.budgets.reserved"),
                        reader.say("team.budgets.committed"),
                        reader.say("team.budgets.spent")),
                List.of(new BarChart.Row(
                        name(reader, pot.pot()),
                        parts,
                        parts.stream()
                                .map(part -> reader.amount(pot.unit(), part))
                                .toList())));
    }
}
