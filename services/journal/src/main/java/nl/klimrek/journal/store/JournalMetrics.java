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
 * What an operator watches, over all organisations: {@code klimrek.journal.gaps.open} and
 * {@code klimrek.journal.sequences.repeated} are the alarms, and should be 0.
 */
@Component
public final class JournalMetrics {

    private final Map<Organisation, ChainHead> heads = new ConcurrentHashMap<>();

    JournalMetrics(MeterRegistry meters) {
        Gauge.builder(
                        "klimrek.journal.gaps.open",
                        this,
                        of -> of.sum(
                                head -> head.gaps().open().size() + head.gaps().unlisted()))
                .description("Gaps in sequence numbers that nothing has filled")
                .register(meters);
        FunctionCounter.builder(
                        "klimrek.journal.gaps.found",
                        this,
                        of -> of.sum(head -> head.gaps().found()))
                .description("Gaps found so far, filled ones included")
                .register(meters);
        FunctionCounter.builder(
                        "klimrek.journal.sequences.repeated",
                        this,
                        of -> of.sum(head -> head.gaps().repeated()))
                .description("Events whose sequence number another event had before")
                .register(meters);
        FunctionCounter.builder("klimrek.journal.entries", this, of -> of.sum(ChainHead::position))
                .description("Entries in all chains")
                .register(meters);
    }

    /** The newest head that this instance has seen. */
    public void saw(ChainHead head) {
        heads.merge(head.organisation(), head, (one, other) -> one.version() > other.version() ? one : other);
    }

    private long sum(ToLongFunction<ChainHead> figure) {
        return heads.values().stream().mapToLong(figure).sum();
    }
}
