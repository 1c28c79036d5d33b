package nl.klimrek.benchmarks.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;

/**
 * Prompts that are due within a minute, with few and with many others that wait, and the first overdue prompt after a restart. The
 * mail server is in this process and accepts everything.
 */
public final class RemindersFigure implements Figure {

    private static final int FEW = 10_000;
    private static final Duration LATER = Duration.ofDays(700);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "reminders.sending";
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
                Instant later = clock.instant().plus(LATER);
                filler.prompts("w", pending, i -> later);
                processor = sending.measure(reminders, due, withFew, lines);
            }
            sending.restart(database, lines);
            return processor;
        }
    }
}
