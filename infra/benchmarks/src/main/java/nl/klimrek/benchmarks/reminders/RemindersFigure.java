package nl.klimrek.benchmarks.reminders;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import org.HdrHistogram.Histogram;
import org.springframework.mail.SimpleMailMessage;

/**
 * Prompts that are due within a minute, with few and with many others that wait, and the first overdue prompt after a restart.
 * Raw is as many plain messages to the same mail server, one after the other.
 */
public final class RemindersFigure implements Figure {

    private static final int FEW = 10_000;
    private static final int RAW_MESSAGES = 500;
    private static final Duration LATER = Duration.ofDays(700);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int due = setting.soak() ? 10_000 : 2_000;
        for (int pending : new int[] {FEW, setting.soak() ? 1_000_000 : 100_000}) {
            String database = "reminders-" + pending;
            try (Engines engines = Engines.start(setting, database);
                    SmtpSink mailServer = new SmtpSink();
                    PromptFiller filler = new PromptFiller(engines.mongoUri(), database)) {
                try (BenchmarkedReminders reminders = new BenchmarkedReminders(engines, database, mailServer)) {
                    reminders.storePattern(clock.instant().plus(LATER));
                    filler.prompts("w", pending, i -> clock.instant().plus(LATER));
                    double raw = rawPerSecond(reminders, mailServer);
                    sending(filler, mailServer, due, pending, raw, lines);
                }
                restart(engines, database, mailServer, filler, pending, lines);
            }
        }
    }

    private double rawPerSecond(BenchmarkedReminders reminders, SmtpSink mailServer) {
        long begin = System.nanoTime();
        for (int i = 0; i < RAW_MESSAGES; i++) {
            SimpleMailMessage message = new SimpleMailMessage();
            message.setFrom("bench@bench.example");
            message.setTo("raw" + i + "@bench.example");
            message.setSubject("plain");
            message.setText("plain");
            reminders.mailSender().send(message);
        }
        await(mailServer, RAW_MESSAGES);
        return RAW_MESSAGES / ((System.nanoTime() - begin) / 1e9);
    }

    private void sending(
            PromptFiller filler, SmtpSink mailServer, int due, int pending, double raw, Consumer<ReportLine> lines) {
        mailServer.arrivals().clear();
        filler.addresses("d", due);
        Duration minute = Duration.ofSeconds(60L * due / 10_000);
        Instant begin = clock.instant().plusSeconds(10);
        filler.prompts("d", due, i -> dueAt(begin, minute, i, due));
        await(mailServer, due);
        Histogram lateness = new Histogram(3);
        Instant last = begin;
        for (int i = 0; i < due; i++) {
            Instant arrived = Objects.requireNonNull(mailServer.arrivals().get(PromptFiller.address("d", i)));
            lateness.recordValue(Math.max(
                    0, Duration.between(dueAt(begin, minute, i, due), arrived).toMillis()));
            last = arrived.isAfter(last) ? arrived : last;
        }
        String at = "-at-" + pending;
        double seconds = Duration.between(begin, last).toMillis() / 1e3;
        lines.accept(ReportLine.of(
                "reminders.sent" + at + "-per-s",
                due / seconds,
                raw,
                due + " due in " + minute.toSeconds() + " s; raw: plain messages"));
        lines.accept(new ReportLine(
                "reminders.lateness" + at + "-ms",
                lateness.getMean(),
                Double.NaN,
                lateness.getValueAtPercentile(50),
                lateness.getValueAtPercentile(99),
                "from due until arrived; the job looks every 5 s"));
        System.gc();
        lines.accept(ReportLine.of(
                "reminders.heap" + at + "-mib",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB,
                Double.NaN,
                "used after a collection, this measurement included"));
    }

    private void restart(
            Engines engines,
            String database,
            SmtpSink mailServer,
            PromptFiller filler,
            int pending,
            Consumer<ReportLine> lines)
            throws Exception {
        mailServer.arrivals().clear();
        filler.addresses("r", 1);
        filler.prompts("r", 1, i -> clock.instant().minusSeconds(60));
        try (BenchmarkedReminders again = new BenchmarkedReminders(engines, database, mailServer)) {
            long ready = System.nanoTime();
            await(mailServer, 1);
            lines.accept(ReportLine.of(
                    "reminders.restart-at-" + pending + "-s",
                    (System.nanoTime() - ready) / 1e9,
                    Double.NaN,
                    "from ready until the first overdue prompt arrived"));
        }
    }

    private static Instant dueAt(Instant begin, Duration within, int i, int count) {
        return begin.plusMillis(within.toMillis() * i / count);
    }

    private static void await(SmtpSink mailServer, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (mailServer.arrivals().size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(mailServer.arrivals().size() + " of " + count + " messages arrived");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
