package nl.klimrek.journal.deadletters;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.klimrek.contracts.journal.DeadLetterReplayed;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.journal.parked.OriginalPosition;
import nl.klimrek.journal.parked.ParkedRecordFinder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends a replayed record, with its original bytes and headers, to the topic that only its group reads. It follows the
 * journal's own event, so a stop does not lose the replay. A repetition has no effect on the group.
 */
final class DeadLetterReplayer {

    private static final long SEND_TIMEOUT_SECONDS = 30;

    private final DeadLetterService service;
    private final ParkedRecordFinder records;
    private final KafkaOperations<byte[], byte[]> kafka;

    DeadLetterReplayer(DeadLetterService service, ParkedRecordFinder records, KafkaOperations<byte[], byte[]> kafka) {
        this.service = service;
        this.records = records;
        this.kafka = kafka;
    }

    void onReplayed(DeadLetterReplayed replayed, EventMeta event) {
        DeadLetter letter = service.known(event.organisation(), replayed.deadLetter())
                .filter(known -> !known.waits() && known.attempt() == replayed.attempt())
                .orElse(null);
        if (letter == null) {
            return;
        }
        Optional<ConsumerRecord<byte[], byte[]>> parked = records.find(letter.origin(), letter.parked());
        if (parked.isEmpty()) {
            service.expire(event.organisation(), letter.id(), replayed.attempt());
            return;
        }
        OriginalPosition origin = letter.origin();
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
            kafka.send(record).get(SEND_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a parked record could not be replayed", e);
        }
    }
}
