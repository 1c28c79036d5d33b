package nl.klimrek.benchmarks.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.Contracts;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event as the service that owns its topic publishes it.
 *
 * @param person whose facts it belongs to; part of the key
 * @param sequence number within the subject, from 1
 * @param actor who caused it
 */
public record BenchmarkEvent(
        String organisation, String person, String subject, long sequence, String actor, Instant time, Record data) {

    public ProducerRecord<String, byte[]> toRecord() {
        String topic = Contracts.topicOf(data.getClass());
        String key = organisation + "/" + person;
        CloudEvent event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(Contracts.typeOf(data.getClass()))
                .withSource(URI.create("/klimrek/" + topic.split("\\.")[1]))
                .withSubject(subject)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", key)
                .withExtension("organisation", organisation)
                .withExtension("sequence", Long.toString(sequence))
                .withExtension("correlationid", "benchmark")
                .withExtension("actor", actor)
                .withData("application/json", json(data))
                .build();
        return KafkaMessageFactory.createWriter(topic, key).writeBinary(event);
    }

    private static byte[] json(Record event) {
        try {
            return ContractJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
