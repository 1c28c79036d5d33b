package nl.klimrek.acceptance.chaos;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nl.klimrek.testkit.guarantees.AcknowledgedCommandsSurvive;
import nl.klimrek.testkit.guarantees.EffectExactlyOnce;
import nl.klimrek.testkit.guarantees.EveryEventReachesEachGroup;
import nl.klimrek.testkit.guarantees.Guarantee;
import nl.klimrek.testkit.guarantees.JournalIsComplete;
import nl.klimrek.testkit.guarantees.OrderPerAggregate;
import nl.klimrek.testkit.guarantees.OrderPerKey;
import nl.klimrek.testkit.guarantees.RemovedEventNeverReturns;
import nl.klimrek.testkit.guarantees.VersionsNeverGoBack;

/** Records for every guarantee what happens during the run. */
final class GuaranteeRecorder {

    final AcknowledgedCommandsSurvive survive = new AcknowledgedCommandsSurvive();
    final EveryEventReachesEachGroup reaches = new EveryEventReachesEachGroup(CounterInstance.GROUPS);
    final OrderPerAggregate order = new OrderPerAggregate();
    final OrderPerKey orderPerKey = new OrderPerKey();
    final EffectExactlyOnce effects = new EffectExactlyOnce();
    final JournalIsComplete journal = new JournalIsComplete();
    final RemovedEventNeverReturns removal = new RemovedEventNeverReturns();
    final VersionsNeverGoBack versions = new VersionsNeverGoBack();

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong deliveries = new AtomicLong();

    List<Guarantee> guarantees() {
        return List.of(survive, reaches, order, orderPerKey, effects, journal, removal, versions);
    }

    /** Records that a caller got an acknowledgement. */
    void acknowledged(String command, long begun, String document, long version) {
        versions.saw(begun, document, version);
        survive.acknowledged(command);
        acknowledged.incrementAndGet();
    }

    /** Records that a caller got a failure or no answer. */
    void unanswered() {
        unanswered.incrementAndGet();
    }

    /** Records that a group's handler got an event. */
    void delivered(String group, String event) {
        deliveries.incrementAndGet();
        reaches.reached(group, event);
    }

    void duplicated() {
        duplicates.incrementAndGet();
    }

    void removed(Collection<String> events) {
        removal.removed(events);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public String toString() {
        return acknowledged + " commands acknowledged, " + unanswered + " attempts unanswered, " + deliveries
                + " records handed to handlers, " + duplicates + " sent twice";
    }
}
