package nl.klimrek.admin.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import nl.klimrek.admin.AdminCli;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.control.OperatorJob;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate}, {@code shard} and {@code republish}: what they do in a store, and what they say. */
class StoreCommandsIT {

    @TempDir
    Path folder;

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;
    private AdminCli admin;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(folder.resolve("store"));
        client = MongoClients.create(mongo.connectionString());
        database = client.getDatabase("klimrek-insights");
        admin = AdminCli.of(folder, "127.0.0.1:1", mongo.connectionString());
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void migrate_plans_builds_and_moves_and_then_has_nothing_to_do() {
        shelves(3);
        AdminCli.Result plan = admin.run("migrate", "--plan");
        assertThat(plan.exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(plan.output())
                .contains("insights: build the index books {\"shelf\": 1}")
                .contains("insights: build the index loans {\"outbox.time\": 1} with outbox.time only")
                .contains("insights: move 3 documents (shelves as books)");
        assertThat(database.getCollection("books").countDocuments()).isZero();

        AdminCli.Result done = admin.run("migrate", "insights");
        assertThat(done.exitCode()).as(done.output()).isEqualTo(ExitCodes.DONE);
        assertThat(done.output()).contains("shelves as books: done");
        assertThat(database.getCollection("books").countDocuments()).isEqualTo(3);
        assertThat(admin.run("migrate").output()).contains("insights: nothing to do");
        assertThat(admin.run("migrate", "--plan").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void migrate_goes_on_after_it_was_killed() {
        shelves(2);
        database.getCollection("shelves").insertOne(new Document("_id", 99).append("broken", true));
        AdminCli.Result killed = admin.run("migrate");
        assertThat(killed.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(killed.output()).contains("the process died");
        database.getCollection("shelves")
                .updateOne(new Document("_id", 99), new Document("$set", new Document("broken", false)));
        assertThat(admin.run("migrate").exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(database.getCollection("books").countDocuments()).isEqualTo(3);
    }

    @Test
    void shard_prints_a_key_for_every_collection_and_shards_only_a_sharded_cluster() {
        shelves(1);
        database.getCollection("service_control").insertOne(new Document("_id", "epoch"));
        AdminCli.Result plan = admin.run("shard", "insights", "--plan");
        assertThat(plan.exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        assertThat(plan.output())
                .contains("sh.shardCollection(\"klimrek-insights.books\", {\"_id\": \"hashed\"})")
                .contains("sh.shardCollection(\"klimrek-insights.shelves\", {\"_id\": \"hashed\"})")
                .doesNotContain("service_control");
        AdminCli.Result refused = admin.run("shard", "insights");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(refused.output()).contains("not a sharded cluster");
    }

    @Test
    void republish_asks_the_service_and_follows_it_to_the_end() throws Exception {
        OperatorJob job = new OperatorJob(client.getDatabase("klimrek-people"), "republish");
        Thread service = new Thread(() -> {
            while (job.claim("one", Clock.systemUTC().instant(), Duration.ofSeconds(9))
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            OperatorJob.Progress done = new OperatorJob.Progress(1, "acme/z", 7, null);
            job.advance("one", done, Clock.systemUTC().instant(), Duration.ofSeconds(9));
            job.finish("one", done, Clock.systemUTC().instant());
        });
        service.start();
        AdminCli.Result done = admin.run("republish", "klimrek.people.v1");
        service.join();
        assertThat(done.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(done.output()).contains("7 published again");
    }

    @Test
    void republish_says_when_no_instance_does_it_and_refuses_what_needs_it_not() {
        assertThat(admin.run("republish", "people", "--plan").exitCode()).isEqualTo(ExitCodes.DIFFERENCES);
        AdminCli.Result waiting = admin.run("republish", "people", "--timeout", "1");
        assertThat(waiting.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(waiting.output()).contains("it goes on while an instance of people runs");
        assertThat(admin.run("republish", "klimrek.directory.v1").output()).contains("Only people");
    }

    private void shelves(int count) {
        IntStream.range(0, count)
                .forEach(id -> database.getCollection("shelves").insertOne(new Document("_id", id)));
    }
}
