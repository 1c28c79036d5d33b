package nl.klimrek.benchmarks.front;

import java.util.concurrent.TimeUnit;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.process.ProcessThreads;
import nl.klimrek.benchmarks.process.Quiet;
import nl.klimrek.benchmarks.process.Spent;

/** The same conversations at one size of the organisation. */
final class Measurement {

    private static final int[] CLIENTS = {1, 8};
    private static final int BURST = 96;
    private static final int MANY_CLIENTS = 8;
    private static final double OPEN_PER_SECOND = 4;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final BenchmarkSettings setting;
    private final Pairs pairs;
    private final ProcessThreads process;
    private final FrontReport report;
    private double idlePercent;

    Measurement(BenchmarkSettings setting, Pairs pairs, ProcessThreads process, FrontReport report) {
        this.setting = setting;
        this.pairs = pairs;
        this.process = process;
        this.report = report;
    }

    /** Nobody does anything. */
    void idle() throws Exception {
        Quiet.await(process);
        Spent.Since since = Spent.Since.now(process);
        TimeUnit.SECONDS.sleep(size(15, 30));
        Spent idle = since.spent();
        idlePercent = idle.percent();
        report.idle(idle);
    }

    /** Naming this figure alone does not make it long; --full does. */
    private int size(int small, int large) {
        return setting.soak() ? large : small;
    }

    void all() throws Exception {
        StepTimes emptyAlone = new StepTimes();
        for (int clients : CLIENTS) {
            int each = clients == 1 ? size(20, 60) : size(8, 25);
            StepTimes empty = clients == 1 ? emptyAlone : new StepTimes();
            Spent.Since since = Spent.Since.now(process);
            Load.closed(
                    pairs,
                    clients,
                    each * WholeConversation.REQUESTS,
                    pair -> empty.timed(FrontReport.EMPTY, () -> pair.employee().empty()));
            Quiet.await(process);
            closed(clients, each, empty, since.spent());
            StepTimes visible = new StepTimes();
            Load.closed(pairs, clients, each, pair -> WholeConversation.watch(pair, visible));
            Quiet.await(process);
            report.visible(clients, visible);
        }
        StepTimes open = new StepTimes();
        Load.open(
                pairs,
                OPEN_PER_SECOND,
                size(40, 200),
                open,
                FrontReport.OPEN,
                pair -> WholeConversation.hold(pair, new StepTimes()));
        Quiet.await(process);
        report.open(open, OPEN_PER_SECOND, emptyAlone);
        long begin = System.nanoTime();
        Load.closed(pairs, MANY_CLIENTS, BURST / MANY_CLIENTS, pair -> WholeConversation.hold(pair, new StepTimes()));
        long answered = System.nanoTime();
        report.burst((Quiet.await(process) - answered) / NANOS_PER_SECOND, (answered - begin) / NANOS_PER_SECOND);
    }

    private void closed(int clients, int each, StepTimes empty, Spent emptySpent) throws Exception {
        StepTimes times = new StepTimes();
        Spent.Since since = Spent.Since.now(process);
        double seconds = Load.closed(pairs, clients, each, pair -> WholeConversation.hold(pair, times));
        Quiet.await(process);
        Spent spent = since.spent();
        double idle = idlePercent / 100 * spent.seconds() * 1_000;
        report.steps(clients, times, empty);
        report.rate(clients, clients * each / seconds);
        report.cost(clients, (spent.nanos() / NANOS_PER_MILLI - idle) / (clients * each));
        report.kinds(clients, spent, emptySpent, clients * each);
    }
}
