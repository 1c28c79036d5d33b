package nl.klimrek.people.inbound;

import java.time.Clock;
import nl.klimrek.people.quarantine.Quarantine;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands each record of the inbound topic to {@link HrRecordRouter}, opened. */
public final class HrRecordsListener {

    private final HrRecordRouter router;

    /** @param largest most bytes of a record that is read */
    public HrRecordsListener(
            SourceBindings bindings,
            RecordProcessor processor,
            Quarantine quarantine,
            Snapshots snapshots,
            int largest,
            Clock clock) {
        this.router = new HrRecordRouter(bindings, processor, quarantine, snapshots, largest, clock);
    }

    public void receive(ConsumerRecord<byte[], byte[]> record) {
        router.route(EnvelopeReader.open(record), record.timestamp());
    }
}
