package nl.klimrek.journal.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Metrics of all chains together. The alarms are {@code klimrek.journal.gaps.open} and
 * {@code klimrek.journal.sequences.repeated}, which should be 0. Each instance knows the chains to which it appended or whose
 * checkpoints it published; the highest value of all instances counts. A gauge leaves out what an instance has not seen for
 * three rounds of checkpoints.
 */
@Component
public final class JournalMetrics {

    private static final int ROUNDS = 3;

    private final Map<Organisation, Seen> heads = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration fresh;

    private record Seen(ChainHead head, Instant at) {}

    JournalMetrics(
            MeterRegistry meters,
            Clock clock,
            @Value("${klimrek.journal.checkpoint-every:30s}") Duration checkpointEvery) {
        this.clock = clock;
        this.fresh = checkpointEvery.multipliedBy(ROUNDS);
        Gauge.builder(
                        "klimrek.journal.gaps.open",
                        this,
                        metrics -> metrics.sumOfFresh(
                                head -> head.gaps().open().size() + head.gaps().unlisted()))
                .description("Open gaps in sequence numbers")
                .register(meters);
        FunctionCounter.builder(
                        "klimrek.journal.gaps.found",
                        this,
                        metrics -> metrics.sum(head -> head.gaps().found()))
                .description("Gaps found so far, with closed ones")
                .register(meters);
        FunctionCounter.builder(
                        "klimrek.journal.sequences.repeated",
                        this,
                        metrics -> metrics.sum(head -> head.gaps().repeated()))
                .description("Events with a sequence number that another event had before")
                .register(meters);
        FunctionCounter.builder("klimrek.journal.entries", this, metrics -> metrics.sum(ChainHead::position))
                .description("Entries in all chains")
                .register(meters);
    }

    /** Updates the metrics with a head. An older head than the known one is ignored. */
    public void update(ChainHead head) {
        heads.merge(
                head.organisation(),
                new Seen(head, clock.instant()),
                (one, other) -> one.head().version() > other.head().version() ? one : other);
    }

    private long sumOfFresh(ToLongFunction<ChainHead> figure) {
        Instant since = clock.instant().minus(fresh);
        return heads.values().stream()
                .filter(seen -> !seen.at().isBefore(since))
                .mapToLong(seen -> figure.applyAsLong(seen.head()))
                .sum();
    }

    private long sum(ToLongFunction<ChainHead> figure) {
        return heads.values().stream()
                .mapToLong(seen -> figure.applyAsLong(seen.head()))
                .sum();
    }
}
