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
    private static final int NO_PORTAL = 0;

    private final PlatformProcess platform;
    private final Consumer<ReportLine> lines;
    private final RawConversations.Cost raw;
    private final int people;

    FrontReport(PlatformProcess platform, Consumer<ReportLine> lines, RawConversations.Cost raw, int people) {
        this.people = people;
        this.platform = platform;
        this.lines = lines;
        this.raw = raw;
    }

    void minute(String which, StepTimes times, StepTimes empty) {
        histogram(
                at() + "." + which + "-minute-nine-ms",
                times,
                WholeConversation.NINE,
                floor(empty) * NINE_REQUESTS,
                "one client; raw: empty requests meanwhile");
    }

    void idle(Spent idle) {
        Spent floor = raw.idle();
        line("idle-percent", idle.percent(), floor.percent(), "of one core; raw: broker and store with one consumer");
        line(
                "idle-wakeups-a-second",
                idle.switches() / idle.seconds(),
                floor.switches() / floor.seconds(),
                "of all threads; raw: broker and store with one consumer");
        Map<ThreadKind, Double> least = floor.wakeUpsByKind(NO_PORTAL);
        idle.wakeUpsByKind(platform.port()).forEach((kind, number) -> {
            if (number >= 1) {
                line(
                        "idle." + lower(kind),
                        number,
                        least.getOrDefault(kind, 0.0),
                        String.format(
                                Locale.ROOT,
                                "wake-ups a second; %.2f %% of a core",
                                idle.millisByKind(platform.port()).getOrDefault(kind, 0.0) / idle.seconds() / 10));
            }
        });
    }

    void steps(int clients, StepTimes times, StepTimes empty) {
        double floor = floor(empty);
        times.steps()
                .keySet()
                .forEach(step -> histogram(
                        at(clients) + "." + step + "-ms",
                        times,
                        step,
                        step.equals(WholeConversation.NINE) ? floor * NINE_REQUESTS : floor,
                        "raw: empty requests through the same two servers"));
    }

    void rate(int clients, double perSecond) {
        lines.accept(ReportLine.of(
                at(clients) + ".conversations-a-second",
                perSecond,
                1_000 / raw.millis(),
                "closed loop; raw: 15 writes and records, one client"));
    }

    void cost(int clients, double millis) {
        lines.accept(ReportLine.of(
                at(clients) + ".processor-ms",
                millis,
                raw.processorMillis(),
                "of a conversation until quiet, without idle; raw: 15 writes and records"));
    }

    /** Beside each kind what 15 empty requests and 15 raw writes and records take of it. */
    void kinds(int clients, Spent spent, Spent empty, int conversations) {
        Map<ThreadKind, Double> requests = empty.millisByKind(platform.port());
        spent.millisByKind(platform.port())
                .forEach((kind, millis) -> lines.accept(ReportLine.of(
                        at(clients) + "." + lower(kind) + "-ms",
                        millis / conversations,
                        requests.getOrDefault(kind, 0.0) / conversations
                                + raw.kinds().getOrDefault(kind, 0.0),
                        "of processor time a conversation, idle included; raw: empty requests, writes and records")));
    }

    void visible(int clients, StepTimes times) {
        histogram(
                at(clients) + ".visible-ms",
                times,
                WholeConversation.VISIBLE,
                raw.visibleMillis(),
                "until the manager's list of open conversations shows it; raw: write, record, its consumer, read");
    }

    void open(StepTimes times, double perSecond, StepTimes empty) {
        histogram(
                at() + ".open-loop-ms",
                times,
                OPEN,
                floor(empty) * WholeConversation.REQUESTS,
                "a conversation from its moment, " + perSecond + " begin a second; raw: empty requests");
    }

    void burst(double quietAfter, double answeredAfter) {
        line(
                "quiet-after-burst-s",
                quietAfter,
                raw.quietSeconds(),
                String.format(
                        Locale.ROOT,
                        "after the last answer of 96 conversations, which took %.1f s; raw: after writes and records",
                        answeredAfter));
    }

    void memory(double mebibytes) {
        line("memory-MiB", mebibytes, raw.memoryMebibytes(), "resident; raw: broker and store");
    }

    private void line(String name, double ours, double floor, String note) {
        lines.accept(ReportLine.of(at() + "." + name, ours, floor, note));
    }

    private void histogram(String name, StepTimes times, String step, double floor, String note) {
        Map<String, Histogram> steps = times.steps();
        Histogram took = Objects.requireNonNull(steps.get(step), step);
        lines.accept(new ReportLine(name, millis(took, 50), floor, millis(took, 50), millis(took, 99), note));
    }

    private String at() {
        return "front-" + people;
    }

    private String at(int clients) {
        return at() + "-by-" + clients;
    }

    private static double floor(StepTimes empty) {
        return millis(Objects.requireNonNull(empty.steps().get(EMPTY)), 50);
    }

    private static String lower(ThreadKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double millis(Histogram took, double percentile) {
        return took.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
