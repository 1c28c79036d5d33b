package nl.klimrek.journal.resume;

import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpointReader;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TestEvent;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A journal's database that a test restores from a backup, beside a topic that shows what was published. */
abstract class RestoredJournalFixture {

    static final Backend BACKEND = Backend.embedded();
    static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    final CheckpointSigningKey key = CheckpointSigningKey.generate();
    final Organisation organisation =
            new Organisation("org-" + UUID.randomUUID().toString().substring(0, 8));
    final Map<String, Object> broker = Map.of("bootstrap.servers", BACKEND.bootstrapServers());
    private MongoClient client;
    MongoDatabase database;
    private int published;

    @BeforeEach
    void open() {
        try (TopicAdmin topics = new TopicAdmin(BACKEND.bootstrapServers())) {
            topics.createTopicsOf("journal");
        }
        client = MongoClients.create(BACKEND.mongoUri());
        database = client.getDatabase(BACKEND.freshDatabase());
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** A chain that is restored to the first number of entries after the second number was published. */
    Map<String, List<Document>> lostAfter(int kept, int size) {
        append(1, kept);
        publish();
        Map<String, List<Document>> backup = backup();
        append(kept + 1, size);
        publish();
        restore(backup);
        return backup;
    }

    void append(int from, int to) {
        journal().append(organisation, drafts(from, to));
    }

    void publish() {
        ChainHead head = journal().head(organisation);
        publish(new CheckpointPublished(
                head.position(),
                head.hash().hex(),
                CheckpointSignatures.ALGORITHM,
                key.id(),
                key.sign(organisation, head.position(), head.hash())));
    }

    void publish(CheckpointPublished checkpoint) {
        publish(organisation, checkpoint);
    }

    void publish(Organisation of, CheckpointPublished checkpoint) {
        EventPublisher.to(BACKEND.bootstrapServers())
                .publish(TestEvent.of(of.value(), checkpoint)
                        .withSubject("journal")
                        .withKey("journal")
                        .withSequence(++published));
        assertThat(new PublishedCheckpointReader(broker).read())
                .as("on %s", Topics.JOURNAL_CHECKPOINTS)
                .containsKey(of.value());
    }

    Map<String, List<Document>> backup() {
        Map<String, List<Document>> backup = new HashMap<>();
        for (String name : List.of("heads", "chain_entries", "chain_events")) {
            backup.put(name, database.getCollection(name).find().into(new ArrayList<>()));
        }
        return backup;
    }

    void restore(Map<String, List<Document>> backup) {
        backup.forEach((name, documents) -> {
            database.getCollection(name).deleteMany(new Document());
            database.getCollection(name).insertMany(documents);
        });
    }

    /** The losses of this organisation; the topic has those of other tests too, whose chains are elsewhere. */
    List<LostEntries> plan() {
        return new JournalResume(database, broker, key, CLOCK)
                .find().stream().filter(this::isOurs).toList();
    }

    List<LostEntries> resume() {
        return new JournalResume(database, broker, key, CLOCK)
                .resume().stream().filter(this::isOurs).toList();
    }

    private boolean isOurs(LostEntries lost) {
        return lost.restored().organisation().equals(organisation);
    }

    PublishedContinuity continuity() {
        return new PublishedContinuity(new LostEntriesFinder(journal(), new PublishedCheckpointReader(broker), key));
    }

    void assertResumedAt(int position) {
        List<ChainEntry> chain = chain();
        ChainEntry entry = chain.get(position - 1);
        assertThat(ResumeStatement.isIn(entry)).isTrue();
        Hash previous = position == 1
                ? ChainHead.empty(organisation).hash()
                : chain.get(position - 2).hash();
        assertThat(ResumeStatement.validIn(entry, previous, organisation)).isPresent();
        assertThat(chain.stream().filter(ResumeStatement::isIn)).hasSize(1);
    }

    List<ChainEntry> chain() {
        ChainHead head = journal().head(organisation);
        Map<Long, ChainEntry> entries = journal().entries(organisation, LongStream.rangeClosed(1, head.position()));
        List<ChainEntry> chain = LongStream.rangeClosed(1, head.position())
                .mapToObj(entries::get)
                .toList();
        ChainVerifier verifier = new ChainVerifier(organisation);
        chain.forEach(verifier::verify);
        assertThat(verifier.fault()).isEmpty();
        return chain;
    }

    JournalStore journal() {
        return new JournalStore(database, CLOCK);
    }

    static List<NewEntry> drafts(int from, int to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> draft("c1", sequence))
                .toList();
    }
}
