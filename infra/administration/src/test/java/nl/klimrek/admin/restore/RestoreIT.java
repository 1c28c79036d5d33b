package nl.klimrek.admin.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.AdminCli;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.StreamEpoch;
import nl.klimrek.eventing.control.EarlierIds;
import nl.klimrek.eventing.control.GroupPositions;
import nl.klimrek.eventing.relay.RelayControl;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/admin restore} on a store that was put back: one partition of pop-forms, whose backup had read two of its events. */
class RestoreIT {

    private static final String SERVICE = "pop-forms";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final TopicPartition PARTITION = new TopicPartition(Topics.POP_FORMS, 0);

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static EmbeddedMongo mongo;
    private static MongoClient store;
    private static Admin broker;
    private static AdminCli admin;

    private MongoDatabase database;
    private Instant taken;
    private long first;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        mongo = EmbeddedMongo.start(folder.resolve("store"));
        store = MongoClients.create(mongo.connectionString());
        broker = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        admin = AdminCli.of(folder, kafka.bootstrapServers(), mongo.connectionString());
    }

    @AfterAll
    static void stop() {
        broker.close();
        store.close();
        mongo.close();
        kafka.close();
    }

    /** Two events that the backup has read, then the backup, then three more, which the group read as well. */
    @BeforeEach
    void putBack() throws Exception {
        kafka.createTopics(
                List.of(new TopicSpec(PARTITION.topic(), 1), new TopicSpec(TopicDefinition.retries(SERVICE), 1)));
        first = end();
        broker.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(first)))
                .all()
                .get();
        taken = Instant.now(CLOCK).minus(Duration.ofMinutes(30));
        publish(taken.minusSeconds(60), 0, 2);
        publish(taken.plusSeconds(60), 0, 3);
        broker.alterConsumerGroupOffsets(SERVICE, Map.of(PARTITION, new OffsetAndMetadata(first + 5)))
                .all()
                .get();
        database = store.getDatabase("klimrek-" + SERVICE);
        database.drop();
        database.getCollection("plans").insertOne(new Document("_id", "acme/pop-1"));
        new GroupPositions(database).note(SERVICE, Map.of(PARTITION, first + 2), taken);
    }

    @Test
    void the_epoch_is_raised_and_the_group_reads_on_where_the_backup_was() throws Exception {
        AdminCli.Result restored = restore();

        assertThat(restored.output())
                .contains("group pop-forms reads 3 records again, from the positions in the backup")
                .contains("others know 3 events of 1 aggregates")
                .contains("goal-set: 3");
        assertThat(restored.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(StreamEpoch.of(database)).isEqualTo(1);
        assertThat(committed()).isEqualTo(first + 2);
    }

    @Test
    void the_epoch_is_higher_than_any_that_was_published_after_the_backup() throws Exception {
        publish(taken.plusSeconds(120), 7, 1);
        assertThat(restore().exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(StreamEpoch.of(database)).isEqualTo(8);
    }

    @Test
    void a_backup_without_positions_is_read_from_an_hour_before_it_was_taken() throws Exception {
        database.getCollection(RelayControl.COLLECTION).deleteMany(new Document());
        assertThat(restore("--accept-gaps").output()).contains("from one hour before the backup");
        assertThat(committed()).isLessThanOrEqualTo(first);
    }

    @Test
    void people_who_joined_after_the_backup_are_noted_with_the_records_that_led_to_their_ids() throws Exception {
        publish(
                taken.plusSeconds(120),
                1,
                Map.of(
                        "ce_type", "nl.klimrek.people.person-joined.v1",
                        "ce_organisation", "acme",
                        "ce_subject", "pop-1",
                        "ce_causationid", "klimrek.hr.employees.v1-3@17"));
        assertThat(restore().output()).contains("people who keep their ids when their HR records are read again: 1");
        assertThat(new EarlierIds(database)
                        .find(new Organisation("acme"), "klimrek.hr.employees.v1-3@17", Instant.now(CLOCK)))
                .contains("pop-1");
    }

    @Test
    void a_plan_changes_nothing() throws Exception {
        assertThat(restore("--plan").exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(StreamEpoch.of(database)).isZero();
        assertThat(committed()).isEqualTo(first + 5);
    }

    @Test
    void a_second_run_changes_nothing() throws Exception {
        restore();
        broker.alterConsumerGroupOffsets(SERVICE, Map.of(PARTITION, new OffsetAndMetadata(first + 4)))
                .all()
                .get();
        AdminCli.Result again = restore();
        assertThat(again.output()).contains("restored from the backup of " + taken);
        assertThat(again.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(StreamEpoch.of(database)).isEqualTo(1);
        assertThat(committed()).isEqualTo(first + 4);
    }

    @Test
    void killed_after_each_of_its_steps_it_goes_on_and_raises_the_epoch_once() throws Exception {
        int steps = 0;
        while (!completes(++steps)) {
            assertThat(steps).isLessThan(20);
        }
        assertThat(steps).isGreaterThan(3);
        assertThat(StreamEpoch.of(database)).isEqualTo(1);
        assertThat(committed()).isEqualTo(first + 2);
    }

    /** Runs a restore whose process dies at its n-th line. */
    private boolean completes(int lines) throws Exception {
        Connection connection = Connection.read(admin.connection());
        int[] left = {lines};
        ServiceRestore restore = new ServiceRestore(connection, broker, database, SERVICE, CLOCK, line -> {
            if (--left[0] == 0) {
                throw new KilledException();
            }
        });
        try {
            if (!restore.isFinished(taken)) {
                restore.run(restore.plan(taken), taken);
            }
            return true;
        } catch (KilledException killed) {
            return false;
        }
    }

    @Test
    void a_database_that_is_put_back_once_more_gets_another_epoch() throws Exception {
        restore();
        publish(taken.plusSeconds(180), 1, 1);
        database.getCollection(RelayControl.COLLECTION).deleteMany(new Document());
        new GroupPositions(database).note(SERVICE, Map.of(PARTITION, first + 2), taken);
        assertThat(restore().exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(StreamEpoch.of(database)).isEqualTo(2);
    }

    @Test
    void it_refuses_while_an_instance_reads() throws Exception {
        try (KafkaConsumer<String, String> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "group.id", SERVICE),
                new StringDeserializer(),
                new StringDeserializer())) {
            member.subscribe(List.of(PARTITION.topic()));
            while (member.assignment().isEmpty()) {
                member.poll(Duration.ofMillis(100));
            }
            assertRefused("consumer group pop-forms (1 members)");
        }
    }

    @Test
    void it_refuses_while_an_instance_reports() {
        new RelayControl(database).report(new RelayControl.Report("one", 0, 0, Instant.now(CLOCK)));
        assertRefused("instance one reported at");
    }

    @Test
    void it_refuses_while_an_instance_has_a_lease() {
        database.getCollection("plans").createIndex(new Document("outbox.time", 1));
        database.getCollection("plans")
                .insertOne(new Document("_id", "acme/pop-2")
                        .append("outbox", List.of(new Document("time", Date.from(taken))))
                        .append(
                                "relay",
                                new Document(
                                        "until", Date.from(Instant.now(CLOCK).plusSeconds(20)))));
        assertRefused("plans acme/pop-2 is leased");
    }

    @Test
    void reports_of_instances_that_the_backup_knew_are_removed() throws Exception {
        RelayControl relays = new RelayControl(database);
        relays.report(new RelayControl.Report("one", 0, 2, taken));
        restore();
        assertThat(relays.reports()).isEmpty();
    }

    @Test
    void records_that_retention_deleted_stop_it_until_the_operator_accepts_the_gap() throws Exception {
        broker.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(first + 4)))
                .all()
                .get();
        AdminCli.Result stopped = restore();
        assertThat(stopped.output()).contains("begins at offset " + (first + 4) + ", and pop-forms must read from");
        assertThat(stopped.exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(StreamEpoch.of(database)).isZero();
        assertThat(restore("--accept-gaps").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void an_empty_database_and_a_moment_to_come_and_an_unknown_service_are_refused() {
        database.drop();
        assertRefused("put the backup back first");
        assertThat(admin.run("restore", SERVICE, "--taken", "2999-01-01T00:00:00Z")
                        .output())
                .contains("still to come");
        assertThat(admin.run("restore", SERVICE, "--taken", "yesterday").output())
                .contains("A moment is written as");
        AdminCli.Result unknown = admin.run("restore", "payroll", "--taken", taken.toString());
        assertThat(unknown.output()).contains("Unknown service payroll");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    private void assertRefused(String reason) {
        AdminCli.Result refused = restore();
        assertThat(refused.output()).contains(reason);
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(StreamEpoch.of(database)).isZero();
    }

    private AdminCli.Result restore(String... more) {
        List<String> arguments = new ArrayList<>(List.of("restore", SERVICE, "--taken", taken.toString()));
        arguments.addAll(List.of(more));
        return admin.run(arguments.toArray(String[]::new));
    }

    private static void publish(Instant at, long epoch, int count) throws ExecutionException, InterruptedException {
        publish(
                at,
                count,
                Map.of(
                        "ce_type", "goal-set",
                        "ce_organisation", "acme",
                        "ce_subject", "pop-1",
                        "ce_epoch", Long.toString(epoch)));
    }

    private static void publish(Instant at, int count, Map<String, String> headers)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                ProducerRecord<String, String> record =
                        new ProducerRecord<>(PARTITION.topic(), 0, at.toEpochMilli(), "acme/anna", "{}");
                headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record).get();
            }
        }
    }

    private static long end() throws ExecutionException, InterruptedException {
        return broker.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private static long committed() throws ExecutionException, InterruptedException {
        return broker.listConsumerGroupOffsets(SERVICE)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(PARTITION)
                .offset();
    }

    /** The process died. */
    private static final class KilledException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
