package nl.klimrek.benchmarks.reminders;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;

/** Planning the prompts of a cycle, and reading whole conversations. */
public final class CycleFigure implements Figure {

    private static final Duration LATER = Duration.ofDays(700);

    /** The longest delay between an event and its prompt. */
    private static final Duration NOTHING_IS_SENT = Duration.ofMinutes(10);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "reminders.cycle";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        String database = "reminders-cycle";
        try (Engines engines = Engines.start(setting, database);
                SmtpSink mailServer = new SmtpSink();
                PromptFiller filler = new PromptFiller(engines.mongoUri(), database);
                BenchmarkedReminders reminders =
                        new BenchmarkedReminders(engines, database, mailServer, NOTHING_IS_SENT)) {
            reminders.storePattern(clock.instant().plus(LATER));
            new ReadingMeasurement(engines, filler, clock).measure(reminders, setting.size(1_000, 10_000), lines);
        }
    }
}
