package nl.klimrek.journal.store.entry;

import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.merkle.TreeEdge;
import org.bson.Document;
import org.bson.types.Binary;

/** Converts tiles and the edge of a tree to documents and back. */
public final class TileCodec {

    /** The edge, in a head. */
    public static final String TREE = "tree";

    /** Number of leaves, in the edge. */
    public static final String SIZE = "size";

    static final String HASHES = "hashes";

    private static final String EDGE = "edge";
    private static final String LEVEL = "level";
    private static final String INDEX = "index";

    private TileCodec() {}

    public static Document write(Tile tile) {
        return new Document(LEVEL, tile.level()).append(INDEX, tile.index()).append(HASHES, new Binary(tile.bytes()));
    }

    public static Tile read(Document document) {
        return Tile.of(
                (int) EntryCodec.number(document, LEVEL),
                EntryCodec.number(document, INDEX),
                document.get(HASHES, Binary.class).getData());
    }

    public static Document writeEdge(TreeEdge edge) {
        List<Binary> hashes = IntStream.range(0, edge.levels())
                .mapToObj(level -> new Binary(edge.tile(level).bytes()))
                .toList();
        return new Document(SIZE, edge.size()).append(EDGE, hashes);
    }

    /** The edge in a head; that of no entries in a head of a former version. */
    public static TreeEdge readEdge(Document head) {
        Document tree = head.get(TREE, Document.class);
        return tree == null
                ? TreeEdge.EMPTY
                : TreeEdge.of(
                        EntryCodec.number(tree, SIZE),
                        tree.getList(EDGE, Binary.class).stream()
                                .map(Binary::getData)
                                .toList());
    }
}
