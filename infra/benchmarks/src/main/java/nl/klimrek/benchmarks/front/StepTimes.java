package nl.klimrek.benchmarks.front;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each kind of step took, in microseconds. */
final class StepTimes {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Map<String, Histogram> steps = new ConcurrentSkipListMap<>();

    /** Runs a request and returns its answer. */
    <T> T timed(String step, Callable<T> request) throws Exception {
        long begin = System.nanoTime();
        T answer = request.call();
        add(step, System.nanoTime() - begin);
        return answer;
    }

    void add(String step, long nanos) {
        steps.computeIfAbsent(step, name -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                .recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    Map<String, Histogram> steps() {
        return steps;
    }
}
