package nl.klimrek.servicekit.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A job over the keys {@code 0000} to {@code 0999} of each range; it records what it processed. */
final class NumberJob implements ClockJob {

    static final Duration INTERVAL = Duration.ofMinutes(15);

    private final List<String> ranges;
    private final int keysOfRange;
    private final Consumer<String> effect;
    private final int threads;
    final List<String> processed = Collections.synchronizedList(new ArrayList<>());

    /** @param effect what processing a key does before it is recorded */
    NumberJob(int ranges, int keysOfRange, Consumer<String> effect) {
        this(ranges, keysOfRange, effect, 1);
    }

    private NumberJob(int ranges, int keysOfRange, Consumer<String> effect, int threads) {
        this.threads = threads;
        this.ranges =
                IntStream.range(0, ranges).mapToObj(range -> "range" + range).toList();
        this.keysOfRange = keysOfRange;
        this.effect = effect;
    }

    /** The same keys on another instance. */
    NumberJob on(Consumer<String> otherEffect) {
        return new NumberJob(ranges.size(), keysOfRange, otherEffect);
    }

    /** The same keys, of so many ranges at once. */
    NumberJob onThreads(int number) {
        return new NumberJob(ranges.size(), keysOfRange, effect, number);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public List<String> ranges() {
        return ranges;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public List<String> page(String range, String after, int limit) {
        return IntStream.range(0, keysOfRange)
                .mapToObj(number -> "%s/%04d".formatted(range, number))
                .filter(key -> after == null || key.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void process(String key) {
        effect.accept(key);
        processed.add(key);
    }

    List<String> all() {
        return ranges.stream()
                .flatMap(range -> page(range, null, keysOfRange).stream())
                .toList();
    }
}
