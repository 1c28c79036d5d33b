package nl.klimrek.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreAccessIT {

    private static final StoreAccess ACCESS = new StoreAccess("klimrek", "a-secret-of-the-store");

    @TempDir
    static Path folder;

    private static EmbeddedMongo store;

    @BeforeAll
    static void start() {
        try (EmbeddedMongo open = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(open.connectionString())) {
            notes(client).insertOne(new Document("_id", "before"));
        }
        store = EmbeddedMongo.start(folder, EmbeddedMongo.LOOPBACK, 0, ACCESS);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void a_client_with_the_secret_reads_and_writes_what_was_there_before() {
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            notes(client).insertOne(new Document("_id", "now"));

            assertThat(notes(client).find().map(note -> note.getString("_id"))).contains("before", "now");
        }
    }

    @Test
    void a_stranger_is_refused_every_command() {
        try (MongoClient client = MongoClients.create(address())) {
            assertThatThrownBy(() -> notes(client).find().first())
                    .isInstanceOfSatisfying(
                            MongoException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(13));
            for (Map<String, Object> command : List.<Map<String, Object>>of(
                    Map.of("listCollections", 1),
                    Map.of("listDatabases", 1),
                    Map.of("insert", "notes", "documents", List.of(new Document("_id", "forged"))),
                    Map.of("dropDatabase", 1),
                    Map.of("count", "notes"),
                    Map.of("serverStatus", 1),
                    Map.of("FIND", "notes"),
                    Map.of("getLog", "global"),
                    Map.of("aggregate", "notes", "pipeline", List.of(), "cursor", new Document()))) {
                Document asked = new Document();
                command.entrySet().stream()
                        .filter(field -> !field.getKey().matches("documents|pipeline|cursor"))
                        .forEach(field -> asked.append(field.getKey(), field.getValue()));
                command.forEach(asked::putIfAbsent);
                assertThatThrownBy(() -> client.getDatabase("people").runCommand(asked))
                        .as("%s", asked)
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                refused -> assertThat(refused.getCode()).isEqualTo(13));
            }
        }
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(notes(client).find(new Document("_id", "forged")).first())
                    .isNull();
        }
    }

    @Test
    void a_wrong_secret_another_user_and_another_mechanism_are_refused() {
        for (String login : List.of(
                "klimrek:a-guess-of-the-secret@%s&authMechanism=SCRAM-SHA-256",
                "admin:a-secret-of-the-store@%s&authMechanism=SCRAM-SHA-256",
                "klimrek:a-secret-of-the-store@%s&authMechanism=SCRAM-SHA-1",
                "klimrek:a-secret-of-the-store@%s&authMechanism=PLAIN")) {
            String uri = "mongodb://"
                    + login.formatted(address().substring("mongodb://".length()) + "&authSource="
                            + (login.endsWith("PLAIN") ? "$external" : "admin"));
            try (MongoClient client = MongoClients.create(uri)) {
                assertThatThrownBy(() -> notes(client).find().first())
                        .as(login)
                        .isInstanceOf(MongoSecurityException.class);
            }
        }
    }

    @Test
    void a_login_that_was_only_begun_opens_nothing() {
        try (MongoClient client = MongoClients.create(address() + "&maxPoolSize=1")) {
            Document first = client.getDatabase("admin")
                    .runCommand(new Document("saslStart", 1)
                            .append("mechanism", "SCRAM-SHA-256")
                            .append(
                                    "payload",
                                    "n,,n=klimrek,r=fyko+d2lbbFgONRv9qkxdawL"
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            assertThat(first.getBoolean("done")).isFalse();
            assertThatThrownBy(() -> notes(client).find().first()).isInstanceOf(MongoException.class);
            assertThatThrownBy(() -> client.getDatabase("admin")
                            .runCommand(new Document("saslContinue", 1)
                                    .append("conversationId", 1)
                                    .append("payload", new byte[0])))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(18));
            assertThatThrownBy(() -> notes(client).find().first()).isInstanceOf(MongoException.class);
        }
    }

    @Test
    void the_secret_is_not_shown() {
        assertThat(ACCESS.toString()).doesNotContain(ACCESS.secret());
    }

    private static String address() {
        String uri = store.connectionString();
        return "mongodb://" + uri.substring(uri.indexOf('@') + 1, uri.indexOf("/?"))
                + "/?serverSelectionTimeoutMS=3000";
    }

    private static MongoCollection<Document> notes(MongoClient client) {
        return client.getDatabase("people").getCollection("notes");
    }
}
