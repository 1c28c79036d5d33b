package nl.klimrek.benchmarks.scale;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** How long each of a number of calls took, one after another, in microseconds. */
final class CommandTiming {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private CommandTiming() {}

    static Histogram of(int calls, IntConsumer call) {
        Histogram histogram = new Histogram(LONGEST_MICROS, 3);
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            call.accept(i);
            histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
        }
        return histogram;
    }
}
