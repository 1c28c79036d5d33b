package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.List;

/**
 * How fast instances of a service that start together work off a backlog.
 *
 * @param events size of the backlog
 * @param perSecond events a second in the second half of the backlog, up to nineteen twentieths
 * @param cpuMicros processor time of the instances for one of these events
 */
record ReaderRate(long events, double perSecond, double cpuMicros) {

    static final ReaderRate NONE = new ReaderRate(0, Double.NaN, Double.NaN);

    private static final Duration READ_TIMEOUT = Duration.ofMinutes(5);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    /** Measures the second half: a JVM that has just started measures its compiler. The instances are stopped afterwards. */
    static ReaderRate of(ScalePlatform platform, String reader, int instances) throws Exception {
        try (GroupProgress progress = new GroupProgress(platform.bootstrapServers(), reader)) {
            long before = progress.read();
            long end = progress.written();
            List<Instance> started = platform.start(reader, instances);
            try {
                List<GroupProgress.Sample> samples = progress.until(
                        end,
                        READ_TIMEOUT,
                        () -> started.stream()
                                .mapToLong(each -> each.processorTime().toNanos())
                                .sum());
                GroupProgress.Sample half = first(samples, before + (end - before) / 2);
                GroupProgress.Sample to = first(samples, end - (end - before) / 20);
                // A fast reader commits both at once.
                GroupProgress.Sample from = half.read() == to.read() ? samples.get(0) : half;
                double events = Math.max(1, to.read() - from.read());
                return new ReaderRate(
                        end - before,
                        events * NANOS_PER_SECOND / Math.max(1, to.at() - from.at()),
                        (to.cpuNanos() - from.cpuNanos()) / NANOS_PER_MICRO / events);
            } finally {
                started.forEach(Instance::close);
            }
        }
    }

    private static GroupProgress.Sample first(List<GroupProgress.Sample> samples, long read) {
        return samples.stream()
                .filter(sample -> sample.read() >= read)
                .findFirst()
                .orElseThrow();
    }
}
