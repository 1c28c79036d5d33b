package nl.klimrek.journal.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.SequenceConflict;
import nl.klimrek.journal.chain.StreamGap;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.store.entry.EntryCodec;
import nl.klimrek.journal.store.entry.FormerEntries;
import nl.klimrek.journal.store.entry.TileCodec;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;

/**
 * Converts heads to documents and back, with the pending entries of the last append. The pending entries are one block of
 * bytes, because the store never searches them.
 */
final class ChainHeadCodec {

    static final String VERSION = "appends";

    /** {@link #VERSION} in heads of the former version. That version cannot append to a head without it. */
    static final String FORMER_VERSION = "version";

    static final String TAIL = "tail";

    private static final String ENTRIES = "entries";
    private static final String TILES = "tiles";
    private static final DocumentCodec CODEC = new DocumentCodec();

    private ChainHeadCodec() {}

    /** All fields except id and version; without the tree while it lacks entries, because a migration writes it meanwhile. */
    static Document fields(StoredChainHead stored) {
        ChainHead head = stored.head();
        List<Document> open = new ArrayList<>();
        head.gaps()
                .open()
                .forEach(gap -> open.add(new Document("stream", gap.stream())
                        .append("from", gap.from())
                        .append("to", gap.to())
                        .append("since", gap.since().toString())));
        List<Document> conflicts = head.gaps().conflicts().stream()
                .map(conflict -> new Document("stream", conflict.stream())
                        .append("sequence", conflict.sequence())
                        .append("event", conflict.event())
                        .append("at", conflict.at().toString()))
                .toList();
        Document fields = new Document("position", head.position())
                .append("hash", head.hash().hex())
                .append(
                        "gaps",
                        new Document("open", open)
                                .append("unlisted", head.gaps().unlisted())
                                .append("found", head.gaps().found())
                                .append("repeated", head.gaps().repeated())
                                .append("conflicts", conflicts))
                .append(TAIL, block(stored));
        return head.hasTree() ? fields.append(TileCodec.TREE, TileCodec.writeEdge(head.tree())) : fields;
    }

    static ChainHead read(Document document) {
        Document gaps = document.get("gaps", Document.class);
        List<StreamGap> open = gaps.getList("open", Document.class).stream()
                .map(gap -> new StreamGap(
                        gap.getString("stream"),
                        EntryCodec.number(gap, "from"),
                        EntryCodec.number(gap, "to"),
                        Instant.parse(gap.getString("since"))))
                .toList();
        return new ChainHead(
                Key.parse(document.getString("_id")).organisation(),
                EntryCodec.number(document, document.containsKey(VERSION) ? VERSION : FORMER_VERSION),
                EntryCodec.number(document, "position"),
                new Hash(document.getString("hash")),
                new JournalGaps(
                        open,
                        EntryCodec.number(gaps, "unlisted"),
                        EntryCodec.number(gaps, "found"),
                        EntryCodec.number(gaps, "repeated"),
                        conflicts(gaps)),
                TileCodec.readEdge(document));
    }

    /** The conflicts. A head of an earlier version has only their number. */
    private static List<SequenceConflict> conflicts(Document gaps) {
        return gaps.getList("conflicts", Document.class, List.of()).stream()
                .map(conflict -> new SequenceConflict(
                        conflict.getString("stream"),
                        EntryCodec.number(conflict, "sequence"),
                        conflict.getString("event"),
                        Instant.parse(conflict.getString("at"))))
                .toList();
    }

    /** The pending entries in the form of this version. */
    static List<Document> pending(Document document) {
        Organisation organisation = Key.parse(document.getString("_id")).organisation();
        return tail(document).getList(ENTRIES, Document.class, List.of()).stream()
                .map(entry -> FormerEntries.converted(organisation, entry).orElse(entry))
                .toList();
    }

    /** The pending tiles; a former version had none. */
    static List<Tile> tiles(Document document) {
        return tail(document).getList(TILES, Document.class, List.of()).stream()
                .map(TileCodec::read)
                .toList();
    }

    private static Document tail(Document document) {
        Binary block = document.get(TAIL, Binary.class);
        if (block == null) {
            return new Document();
        }
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(block.getData()))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }

    private static Binary block(StoredChainHead stored) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            CODEC.encode(
                    writer,
                    new Document(ENTRIES, stored.pending())
                            .append(
                                    TILES,
                                    stored.tiles().stream()
                                            .map(TileCodec::write)
                                            .toList()),
                    EncoderContext.builder().build());
            return new Binary(bytes.toByteArray());
        }
    }
}
