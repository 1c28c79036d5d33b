package nl.klimrek.journal.deadletters;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.inbox.DeadLetterReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Does what was decided: puts the original bytes and headers where only the group that parked them reads. Follows the
 * journal's own fact, so that it is done after every stop; a second time makes no difference to that group.
 */
final class GiveAgain {

    private static final long PATIENCE_SECONDS = 30;

    private final DeadLetterBox box;
    private final ParkedRecords records;
    private final KafkaOperations<byte[], byte[]> kafka;

    GiveAgain(DeadLetterBox box, ParkedRecords records, KafkaOperations<byte[], byte[]> kafka) {
        this.box = box;
        this.records = records;
        this.kafka = kafka;
    }

    void replayed(DeadLetterReplayed replayed, EventMeta event) {
        DeadLetter letter =
                box.find(event.organisation(), replayed.deadLetter()).state();
        if (letter.waits() || letter.attempt() != replayed.attempt()) {
            return;
        }
        Optional<ConsumerRecord<byte[], byte[]>> parked = records.find(letter);
        if (parked.isEmpty()) {
            box.expired(event.organisation(), letter.id(), replayed.attempt());
            return;
        }
        Origin origin = letter.origin();
        send(new DeadLetterReplay(
                        letter.id(),
                        replayed.attempt(),
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        origin.timestamp())
                .toRecord(parked.get(), origin.group()));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a parked record could not be given again", e);
        }
    }
}
