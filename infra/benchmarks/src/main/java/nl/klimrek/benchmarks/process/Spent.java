package nl.klimrek.benchmarks.process;

import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.klimrek.benchmarks.process.ProcessThreads.Usage;

/**
 * What the platform used between two moments.
 *
 * @param seconds time between them
 * @param nanos processor time, threads that ended included
 * @param switches wake-ups
 * @param threads use of each thread that still lives
 */
public record Spent(double seconds, long nanos, long switches, Map<Long, Usage> threads) {

    /** The beginning of what is measured. */
    public record Since(ProcessThreads process, long at, long nanos, Map<Long, Usage> threads) {

        public static Since now(ProcessThreads process) throws IOException, InterruptedException {
            Map<Long, Usage> threads = process.now();
            return new Since(process, System.nanoTime(), process.processNanos(), threads);
        }

        public Spent spent() throws IOException, InterruptedException {
            long all = process.processNanos() - nanos;
            double seconds = (double) (System.nanoTime() - at) / TimeUnit.SECONDS.toNanos(1);
            Map<Long, Usage> used = new HashMap<>();
            process.now().forEach((id, now) -> {
                Usage before = threads.getOrDefault(id, new Usage("", 0, 0));
                used.put(id, new Usage(now.name(), now.nanos() - before.nanos(), now.switches() - before.switches()));
            });
            return new Spent(
                    seconds,
                    all,
                    used.values().stream().mapToLong(Usage::switches).sum(),
                    used);
        }
    }

    /** Milliseconds of processor time by kind of thread. */
    public Map<ThreadKind, Double> millisByKind(int portalPort) {
        Map<ThreadKind, Double> kinds = new EnumMap<>(ThreadKind.class);
        threads.values()
                .forEach(thread ->
                        kinds.merge(ThreadKind.of(thread.name(), portalPort), thread.nanos() / 1e6, Double::sum));
        return kinds;
    }

    /** Wake-ups a second by kind of thread. */
    public Map<ThreadKind, Double> wakeUpsByKind(int portalPort) {
        Map<ThreadKind, Double> kinds = new EnumMap<>(ThreadKind.class);
        threads.values()
                .forEach(thread -> kinds.merge(
                        ThreadKind.of(thread.name(), portalPort), thread.switches() / seconds, Double::sum));
        return kinds;
    }

    /** Share of one core, in percent. */
    public double percent() {
        return nanos / seconds / TimeUnit.SECONDS.toNanos(1) * 100;
    }

    /** One line a thread, the most expensive first. */
    public String table() {
        return threads.values().stream()
                .filter(thread -> thread.nanos() > 0 || thread.switches() > 0)
                .sorted(Comparator.comparingLong(Usage::nanos).reversed())
                .map(thread -> String.format(
                        Locale.ROOT,
                        "%10.2f ms %8d wake-ups  %s%n",
                        thread.nanos() / 1e6,
                        thread.switches(),
                        thread.name()))
                .collect(Collectors.joining());
    }
}
