package nl.klimrek.testkit.backend;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every suite may count on, whatever the engines. */
abstract class BackendSuite {

    @Test
    void the_store_keeps_a_document_in_a_database_of_the_tests_own(Backend backend) {
        try (MongoClient client = MongoClients.create(backend.mongoUri())) {
            facts(client, backend.freshDatabase()).insertOne(new Document("_id", "acme/1"));
            MongoCollection<Document> other = facts(client, backend.freshDatabase());
            assertThat(other.find(eq("acme/1")).first()).isNull();
        }
    }

    @Test
    void the_broker_acknowledges_a_record_on_a_topic_of_the_tests_own(Backend backend) throws Exception {
        String topic = backend.freshName("facts");
        Map<String, Object> settings = Map.of("bootstrap.servers", backend.bootstrapServers());
        try (Admin admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            assertThat(producer.send(new ProducerRecord<>(topic, "anna", "planned"))
                            .get()
                            .offset())
                    .isZero();
        }
    }

    @Test
    void every_test_is_given_the_same_engines(Backend backend) {
        assertThat(backend).isEqualTo(backend.kind().shared());
    }

    private static MongoCollection<Document> facts(MongoClient client, String database) {
        return client.getDatabase(database).getCollection("facts");
    }
}
