package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.merkle.CompactRange;
import nl.klimrek.journal.merkle.MerkleTree;
import nl.klimrek.journal.merkle.ProofVerifier;
import nl.klimrek.testkit.backend.Backend;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A journal in a database of its own, on any engine, with what must hold for it. */
abstract class StoreFixture {

    static final TimelineKey ANNA = new TimelineKey(TimelineKey.Kind.PERSON, "anna");

    /** Names of the commands that the store received. */
    final List<String> commands = new CopyOnWriteArrayList<>();

    private MongoClient client;
    MongoDatabase database;

    @BeforeEach
    void open(Backend backend) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(backend.mongoUri()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.add(event.getCommandName());
                    }
                })
                .build());
        database = client.getDatabase(backend.freshDatabase());
    }

    @AfterEach
    void close() {
        client.close();
    }

    void assertWhole(int size) {
        List<ChainEntry> chain = chain(DEMO);
        assertThat(chain).hasSize(size);
        assertThat(new HashSet<>(chain.stream().map(entry -> entry.event().id()).toList()))
                .hasSize(size);
        assertThat(journal().head(DEMO).gaps().open()).isEmpty();
        Map<String, Long> last = new HashMap<>();
        chain.forEach(entry -> assertThat(last.merge(
                        entry.event().subject(), entry.event().sequence(), (before, now) -> now > before ? now : -1L))
                .as("order of %s", entry.event())
                .isPositive());
        ChainHead head = journal().head(DEMO);
        assertThat(positions(journal().timeline(head, ANNA, 0, size + 1)))
                .containsExactlyElementsOf(sequences(1, size));
    }

    /** All entries, after checking that they are a chain that ends in the head. */
    List<ChainEntry> chain(Organisation organisation) {
        JournalStore journal = journal();
        ChainHead head = journal.head(organisation);
        Collection<ChainEntry> entries = journal.entries(organisation, LongStream.rangeClosed(1, head.position()))
                .values();
        List<ChainEntry> chain = entries.stream()
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .toList();
        ChainVerifier check = new ChainVerifier(organisation);
        chain.forEach(check::verify);
        assertThat(check.fault()).isEmpty();
        assertThat(check.head()).isEqualTo(head.hash());
        assertThat(database.getCollection("chain_entries")
                        .countDocuments(new Document("_id", new Document("$regex", "^" + organisation + "/"))))
                .isEqualTo(head.position());
        assertTree(head, chain);
        return chain;
    }

    /** The tree has the hash of each entry of the chain, in its edge and in its tiles. */
    private void assertTree(ChainHead head, List<ChainEntry> chain) {
        CompactRange expected = new CompactRange();
        chain.forEach(entry -> expected.append(entry.leaf()));
        assertThat(head.hasTree()).isTrue();
        assertThat(head.tree().root()).isEqualTo(expected.root());
        MerkleTree stored = journal().tree(head, head.position());
        assertThat(stored.root()).isEqualTo(expected.root());
        for (ChainEntry entry : chain.subList(Math.max(0, chain.size() - 300), chain.size())) {
            long index = entry.position() - 1;
            assertThat(ProofVerifier.included(
                            entry.leaf(), index, head.position(), stored.inclusionProof(index), expected.root()))
                    .as("entry %s in the tree", entry.position())
                    .isTrue();
        }
    }

    JournalStore journal() {
        return new JournalStore(database, EventFixture.clock());
    }

    static List<Long> positions(TimelineSlice part) {
        return part.entries().stream().map(ChainEntry::position).toList();
    }

    static List<NewEntry> drafts(String conversation, int from, int to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> draft(conversation, sequence))
                .toList();
    }

    static List<Long> sequences(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
