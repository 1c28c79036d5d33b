package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.List;

/** How fast instances of a service that start together work off a backlog. */
final class ReaderRate {

    private static final Duration READ_TIMEOUT = Duration.ofMinutes(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private ReaderRate() {}

    /**
     * Events a second in the second half of the backlog, up to nineteen twentieths: a JVM that has just started measures its
     * compiler. The instances are stopped afterwards.
     */
    static double of(ScalePlatform platform, String reader, int instances) throws Exception {
        try (GroupProgress progress = new GroupProgress(platform.bootstrapServers(), reader)) {
            long before = progress.read();
            long end = progress.written();
            List<Instance> started = platform.start(reader, instances);
            try {
                List<GroupProgress.Sample> samples = progress.until(end, READ_TIMEOUT);
                GroupProgress.Sample half = first(samples, before + (end - before) / 2);
                GroupProgress.Sample to = first(samples, end - (end - before) / 20);
                // A fast reader commits both at once.
                GroupProgress.Sample from = half.read() == to.read() ? samples.get(0) : half;
                return (to.read() - from.read()) * NANOS_PER_SECOND / Math.max(1, to.at() - from.at());
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
