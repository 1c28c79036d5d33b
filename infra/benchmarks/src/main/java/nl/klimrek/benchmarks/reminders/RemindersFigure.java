package nl.klimrek.benchmarks.reminders;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;

/**
 * Prompts that are due within a minute, with few and with many others that wait; the first overdue prompt after a restart; the
 * prompts of a cycle; and reading. The mail server is in this process and accepts everything.
 */
public final class RemindersFigure implements Figure {

    private static final int FEW = 10_000;
    private static final Duration LATER = Duration.ofDays(700);

    /** The longest delay between an event and its prompt. */
    private static final Duration NOTHING_IS_SENT = Duration.ofMinutes(10);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int due = setting.size(2_000, 10_000);
        double few = measure(setting, FEW, due, Double.NaN, lines);
        measure(setting, setting.size(100_000, 1_000_000), due, few, lines);
    }

    /** @return processor time of one prompt in ms */
    private double measure(BenchmarkSettings setting, int pending, int due, double withFew, Consumer<ReportLine> lines)
            throws Exception {
        String database = "reminders-" + pending;
        try (Engines engines = Engines.start(setting, database);
                SmtpSink mailServer = new SmtpSink();
                PromptFiller filler = new PromptFiller(engines.mongoUri(), database)) {
            SendingMeasurement sending = new SendingMeasurement(engines, mailServer, filler, clock, "-at-" + pending);
            double processor;
            try (BenchmarkedReminders reminders =
                    new BenchmarkedReminders(engines, database, mailServer, Duration.ZERO)) {
                reminders.storePattern(clock.instant().plus(LATER));
                filler.prompts("w", pending, i -> clock.instant().plus(LATER));
                processor = sending.measure(reminders, due, withFew, lines);
            }
            sending.restart(database, lines);
            if (pending == FEW) {
                try (BenchmarkedReminders reminders =
                        new BenchmarkedReminders(engines, database, mailServer, NOTHING_IS_SENT)) {
                    new ReadingMeasurement(engines, filler, clock)
                            .measure(reminders, setting.size(1_000, 10_000), lines);
                }
            }
            return processor;
        }
    }
}
