package nl.klimrek.benchmarks.front;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.PlatformProcess;
import nl.klimrek.benchmarks.process.Spent;
import nl.klimrek.benchmarks.process.ThreadKind;
import org.HdrHistogram.Histogram;

/** The lines of the report, each beside its floor. */
final class FrontReport {

    static final String EMPTY = "empty";
    static final String OPEN = "open";
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int NINE_REQUESTS = 9;

    private final PlatformProcess platform;
    private final Consumer<ReportLine> lines;
    private final RawConversations.Cost raw;

    FrontReport(PlatformProcess platform, Consumer<ReportLine> lines, RawConversations.Cost raw) {
        this.platform = platform;
        this.lines = lines;
        this.raw = raw;
    }

    void minute(String which, StepTimes times) {
        histogram("front." + which + "-minute-nine-ms", times, WholeConversation.NINE, Double.NaN, "one client");
    }

    void idle(Spent idle) {
        lines.accept(ReportLine.of("front.idle-percent", idle.percent(), Double.NaN, "of one core"));
        lines.accept(ReportLine.of(
                "front.idle-wakeups-a-second", idle.switches() / idle.seconds(), Double.NaN, "of all threads"));
        idle.wakeUpsByKind(platform.port()).forEach((kind, number) -> {
            if (number >= 1) {
                lines.accept(ReportLine.of(
                        "front.idle." + lower(kind),
                        number,
                        Double.NaN,
                        String.format(
                                Locale.ROOT,
                                "wake-ups a second; %.2f %% of a core",
                                idle.millisByKind(platform.port()).getOrDefault(kind, 0.0) / idle.seconds() / 10)));
            }
        });
    }

    void steps(int people, int clients, StepTimes times, StepTimes empty) {
        double floor = millis(Objects.requireNonNull(empty.steps().get(EMPTY)), 50);
        times.steps()
                .keySet()
                .forEach(step -> histogram(
                        at(people, clients) + "." + step + "-ms",
                        times,
                        step,
                        step.equals(WholeConversation.NINE) ? floor * NINE_REQUESTS : floor,
                        "raw: empty requests through the same two servers"));
    }

    void rate(int people, int clients, double perSecond) {
        lines.accept(ReportLine.of(
                at(people, clients) + ".conversations-a-second",
                perSecond,
                1_000 / raw.millis(),
                "closed loop; raw: 15 writes and records, one client"));
    }

    void cost(int people, int clients, double millis) {
        lines.accept(ReportLine.of(
                at(people, clients) + ".processor-ms",
                millis,
                raw.processorMillis(),
                "of a conversation until quiet, without idle; raw: 15 writes and records"));
    }

    void kinds(int people, int clients, Spent spent, int conversations) {
        spent.millisByKind(platform.port())
                .forEach((kind, millis) -> lines.accept(ReportLine.of(
                        at(people, clients) + "." + lower(kind) + "-ms",
                        millis / conversations,
                        Double.NaN,
                        "of processor time a conversation, idle included")));
    }

    void visible(int people, int clients, StepTimes times) {
        histogram(
                at(people, clients) + ".visible-ms",
                times,
                WholeConversation.VISIBLE,
                Double.NaN,
                "from the request until the manager's list of open conversations shows it");
    }

    void open(int people, StepTimes times, double perSecond) {
        histogram(
                "front-" + people + ".open-loop-ms",
                times,
                OPEN,
                Double.NaN,
                "a conversation from its moment, " + perSecond + " begin a second");
    }

    void burst(int people, double quietAfter, double answeredAfter) {
        lines.accept(ReportLine.of(
                "front-" + people + ".quiet-after-burst-s",
                quietAfter,
                Double.NaN,
                String.format(
                        Locale.ROOT, "after the last answer of 96 conversations, which took %.1f s", answeredAfter)));
    }

    void memory(double mebibytes) {
        lines.accept(ReportLine.of("front.memory-MiB", mebibytes, Double.NaN, "resident"));
    }

    private void histogram(String name, StepTimes times, String step, double floor, String note) {
        Map<String, Histogram> steps = times.steps();
        Histogram took = Objects.requireNonNull(steps.get(step), step);
        lines.accept(new ReportLine(name, millis(took, 50), floor, millis(took, 50), millis(took, 99), note));
    }

    private static String at(int people, int clients) {
        return "front-" + people + "-by-" + clients;
    }

    private static String lower(ThreadKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double millis(Histogram took, double percentile) {
        return took.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
