package nl.klimrek.benchmarks.reminders;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import org.HdrHistogram.Histogram;
import org.springframework.mail.SimpleMailMessage;

/** Sends prompts that become due evenly within some time. Raw is as many plain messages to the same mail server at once. */
final class SendingMeasurement {

    private static final int RAW_MESSAGES = 4_000;
    private static final int RAW_CONNECTIONS = 8;
    private static final int WARM_UP = 500;
    private static final int PER_MINUTE = 10_000;
    private static final Duration LEAD = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Duration DEBOUNCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double BYTES_PER_MIB = 1024.0 * 1024;

    private final Engines engines;
    private final SmtpSink mailServer;
    private final PromptFiller filler;
    private final Clock clock;
    private final String at;

    /** @param at ends the names of the figures */
    SendingMeasurement(Engines engines, SmtpSink mailServer, PromptFiller filler, Clock clock, String at) {
        this.engines = engines;
        this.mailServer = mailServer;
        this.filler = filler;
        this.clock = clock;
        this.at = at;
    }

    /**
     * Sends and prints what it took.
     *
     * @param withFew processor time of one prompt in ms while few wait; NaN when this is that measurement
     * @return processor time of one prompt in ms
     */
    double measure(BenchmarkedReminders reminders, int due, double withFew, Consumer<ReportLine> lines) {
        send("u", WARM_UP, Duration.ofSeconds(1));
        double raw = rawPerSecond(reminders);
        Duration within = Duration.ofMinutes(1).multipliedBy(due).dividedBy(PER_MINUTE);
        filler.addresses("d", due);
        Instant begin = clock.instant().plus(LEAD);
        filler.prompts("d", due, i -> dueAt(begin, within, i, due));
        Duration before = engines.processorTime();
        await("d", due);
        double processor = engines.processorTime().minus(before).toMillis() / (double) due;
        Histogram lateness = new Histogram(3);
        Instant last = begin;
        for (int i = 0; i < due; i++) {
            Instant arrived = arrival("d", i);
            lateness.recordValue(Math.max(
                    0, Duration.between(dueAt(begin, within, i, due), arrived).toMillis()));
            last = arrived.isAfter(last) ? arrived : last;
        }
        lines.accept(ReportLine.of(
                "reminders.sent" + at + "-per-s",
                due / (Duration.between(begin, last).toMillis() / 1e3),
                raw,
                due + " due in " + within.toSeconds() + " s; raw: plain messages"));
        lines.accept(new ReportLine(
                "reminders.lateness" + at + "-ms",
                lateness.getMean(),
                Double.NaN,
                lateness.getValueAtPercentile(50),
                lateness.getValueAtPercentile(99),
                "from due until arrived"));
        lines.accept(ReportLine.of(
                "reminders.processor" + at + "-ms",
                processor,
                withFew,
                "of one prompt, store, broker and mail server included; raw: with few that wait"));
        burst(due / 5, lines);
        memory(lines);
        return processor;
    }

    /** All at once, so that the rate does not depend on when they are due. */
    private void burst(int due, Consumer<ReportLine> lines) {
        lines.accept(ReportLine.of(
                "reminders.burst" + at + "-per-s",
                due / send("b", due, Duration.ZERO),
                Double.NaN,
                due + " due at one moment"));
    }

    private void memory(Consumer<ReportLine> lines) {
        System.gc();
        lines.accept(ReportLine.of(
                "reminders.heap" + at + "-mib",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB,
                Double.NaN,
                "used after a collection, mail server and measurement included"));
    }

    /** The first overdue prompt after a restart with the default debounce time. */
    void restart(String database, Consumer<ReportLine> lines) throws Exception {
        filler.addresses("r", 1);
        filler.prompts("r", 1, i -> clock.instant().minusSeconds(60));
        try (BenchmarkedReminders again = new BenchmarkedReminders(engines, database, mailServer, DEBOUNCE)) {
            Instant ready = clock.instant();
            await("r", 1);
            lines.accept(ReportLine.of(
                    "reminders.restart" + at + "-s",
                    Duration.between(ready, arrival("r", 0)).toMillis() / 1e3,
                    Double.NaN,
                    "from ready until the first overdue prompt arrived"));
        }
    }

    /** @return seconds from the first moment until the last arrival */
    private double send(String prefix, int count, Duration within) {
        filler.addresses(prefix, count);
        Instant begin = clock.instant().plus(LEAD);
        filler.prompts(prefix, count, i -> dueAt(begin, within, i, count));
        await(prefix, count);
        Instant last = IntStream.range(0, count)
                .mapToObj(i -> arrival(prefix, i))
                .max(Instant::compareTo)
                .orElse(begin);
        return Duration.between(begin, last).toMillis() / 1e3;
    }

    private double rawPerSecond(BenchmarkedReminders reminders) {
        long begin = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, RAW_CONNECTIONS)
                        .mapToObj(connection -> CompletableFuture.runAsync(
                                () -> {
                                    for (int i = connection; i < RAW_MESSAGES; i += RAW_CONNECTIONS) {
                                        reminders.mailSender().send(plain(i));
                                    }
                                },
                                task -> new Thread(task, "raw-messages").start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        await("raw", RAW_MESSAGES);
        return RAW_MESSAGES / ((System.nanoTime() - begin) / 1e9);
    }

    private static SimpleMailMessage plain(int number) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom("bench@bench.example");
        message.setTo(PromptFiller.address("raw", number));
        message.setSubject("plain");
        message.setText("plain");
        return message;
    }

    private Instant arrival(String prefix, int number) {
        return Objects.requireNonNull(mailServer.arrivals().get(PromptFiller.address(prefix, number)));
    }

    private static Instant dueAt(Instant begin, Duration within, int number, int count) {
        return begin.plusMillis(within.toMillis() * number / count);
    }

    private void await(String prefix, int count) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        int arrived = 0;
        while (arrived < count) {
            // Not in the order in which they arrive, but all do.
            while (arrived < count && mailServer.arrivals().containsKey(PromptFiller.address(prefix, arrived))) {
                arrived++;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(arrived + " of " + count + " messages of " + prefix + " arrived");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
