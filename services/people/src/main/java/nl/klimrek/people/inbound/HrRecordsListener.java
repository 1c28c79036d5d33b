package nl.klimrek.people.inbound;

import nl.klimrek.people.quarantine.Quarantine;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands each record of the inbound topic to {@link Inbound}, opened. */
public final class HrRecordsListener {

    private final Inbound inbound;

    /** @param largest most bytes of a record that is read */
    public HrRecordsListener(SourceBindings bindings, Intake intake,
            Quarantine quarantine, Snapshots snapshots, int largest) {
        this.inbound = new Inbound(bindings, intake, quarantine, snapshots, largest);
    }

    public void take(ConsumerRecord<byte[], byte[]> record) {
        inbound.take(EnvelopeReader.open(record), record.timestamp());
    }
}
