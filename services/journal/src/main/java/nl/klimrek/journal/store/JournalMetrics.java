package nl.klimrek.journal.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import org.springframework.stereotype.Component;

/**
 * Metrics of all chains together. The alarms are {@code klimrek.journal.gaps.open} and
 * {@code klimrek.journal.sequences.repeated}, which should be 0.
 */
@Component
public final class JournalMetrics {

    private final Map<Organisation, ChainHead> heads = new ConcurrentHashMap<>();

    JournalMetrics(MeterRegistry meters) {
        Gauge.builder(
                        "klimrek.journal.gaps.open",
                        this,
                        metrics -> metrics.sum(
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
        heads.merge(head.organisation(), head, (one, other) -> one.version() > other.version() ? one : other);
    }

    private long sum(ToLongFunction<ChainHead> figure) {
        return heads.values().stream().mapToLong(figure).sum();
    }
}
