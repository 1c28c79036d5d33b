package nl.klimrek.embedded.kafka;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The child that is killed: sends records and names each one on standard output once the broker acknowledged it. */
final class BrokerWriter {

    private BrokerWriter() {}

    public static void main(String[] arguments) {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]));
        kafka.createTopics(List.of(new TopicSpec("facts", 4)));
        KafkaProducer<String, String> producer = KafkaProbe.producer(kafka, 30_000);
        for (int n = 1; ; n++) {
            String value = arguments[1] + "-" + n;
            producer.send(new ProducerRecord<>("facts", "key" + n % 16, value), (sent, failure) -> {
                if (failure == null) {
                    System.out.println(value);
                }
            });
        }
    }
}
