package nl.klimrek.benchmarks;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param name its name, ending with the unit
 * @param ours the platform's value; NaN if there is none
 * @param raw the engines' value without the platform; NaN if there is none
 * @param p50 median of ours, in the unit of the name; NaN where it does not apply
 * @param p99 99th percentile of ours, in the unit of the name; NaN where it does not apply
 * @param note explains ours and raw briefly
 */
public record ReportLine(String name, double ours, double raw, double p50, double p99, String note) {

    /** A line without percentiles. */
    public static ReportLine of(String name, double ours, double raw, String note) {
        return new ReportLine(name, ours, raw, Double.NaN, Double.NaN, note);
    }

    static String header() {
        return row("name", "ours", "raw", "ratio", "p50", "p99", "");
    }

    String text() {
        return row(name, number(ours), number(raw), number(ours / raw), number(p50), number(p99), note);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-32s %9s %9s %7s %9s %9s  %s", (Object[]) cells)
                .stripTrailing();
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }
}
