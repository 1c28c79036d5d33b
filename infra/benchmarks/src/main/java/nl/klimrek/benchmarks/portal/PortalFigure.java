package nl.klimrek.benchmarks.portal;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.PlatformProcess;
import org.HdrHistogram.Histogram;

/**
 * Pages of the portal as one reader gets them from the platform of {@code infra/up}, with 14, 1,000 and 10,000 people: time
 * until the last byte, bytes on the wire of a first load and of a later one. Raw is a file of the portal itself, which asks no
 * service.
 */
public final class PortalFigure implements Figure {
    private static final Map<String, List<String>> PAGES = new TreeMap<>(Map.of(
            "anna",
            List.of("/me", "/conversations", "/plan", "/budgets", "/journal"),
            "bram",
            List.of("/team"),
            "hr",
            List.of("/hr", "/hr/people", "/hr/cycles")));
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
    private static final Pattern SENT = Pattern.compile("services;desc=\"(\\d+)\"");
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KILO = 1_000;
    private static final int WARM_UP = 30;

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        Path data = setting.folder().resolve("portal");
        try (PlatformProcess up = PlatformProcess.start(setting, data)) {
            String base = up.address();
            bytes(base, data, lines);
            RosterGrowth roster = new RosterGrowth(base, List.of("infra/token", "hr", "--port", "" + up.port()));
            times(setting, base, data, 14, lines);
            for (int people : setting.full() ? List.of(1_000, 10_000) : List.of(1_000)) {
                roster.growTo(people);
                times(setting, base, data, people, lines);
            }
        }
    }

    private static void times(BenchmarkSettings setting, String base, Path data, int people, Consumer<ReportLine> lines)
            throws Exception {
        int rounds = setting.size(60, 300);
        for (Map.Entry<String, List<String>> pages : PAGES.entrySet()) {
            SignedInReader reader = SignedInReader.of(base, data, pages.getKey());
            Histogram raw = timed(reader, "/assets/icon.svg", rounds);
            for (String page : pages.getValue()) {
                lines.accept(ReportLine.of(
                        "portal" + page.replace('/', '.') + "-" + people + "-requests",
                        requests(reader.get(page)),
                        Double.NaN,
                        "requests to services that one page takes"));
                Histogram ours = timed(reader, page, rounds);
                lines.accept(new ReportLine(
                        "portal" + page.replace('/', '.') + "-" + people + "-ms",
                        millis(ours.getValueAtPercentile(50)),
                        millis(raw.getValueAtPercentile(50)),
                        millis(ours.getValueAtPercentile(50)),
                        millis(ours.getValueAtPercentile(99)),
                        people + " people, one reader; raw: a file of the portal"));
            }
        }
    }

    private static Histogram timed(SignedInReader reader, String path, int rounds) throws Exception {
        Histogram times = new Histogram(3);
        for (int round = -WARM_UP; round < rounds; round++) {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = reader.get(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            if (round >= 0) {
                times.recordValue(System.nanoTime() - begin);
            }
        }
        return times;
    }

    private static void bytes(String base, Path data, Consumer<ReportLine> lines) throws Exception {
        SignedInReader reader = SignedInReader.of(base, data, "anna");
        HttpResponse<byte[]> page = reader.get("/me");
        double first = page.body().length;
        Matcher assets = ASSET.matcher(SignedInReader.text(page));
        java.util.Set<String> seen = new java.util.HashSet<>();
        while (assets.find()) {
            if (seen.add(assets.group(1))) {
                first += reader.get(assets.group(1)).body().length;
            }
        }
        lines.accept(ReportLine.of(
                "portal.first-load-kB", first / KILO, Double.NaN, "/me with its style, scripts and icons, compressed"));
        lines.accept(ReportLine.of(
                "portal.later-load-kB", page.body().length / KILO, Double.NaN, "/me when a browser has the rest"));
    }

    private static double requests(HttpResponse<byte[]> page) {
        Matcher sent = SENT.matcher(page.headers().firstValue("Server-Timing").orElse(""));
        return sent.find() ? Double.parseDouble(sent.group(1)) : Double.NaN;
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }
}
