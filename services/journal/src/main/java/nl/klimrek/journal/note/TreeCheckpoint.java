package nl.klimrek.journal.note;

import java.util.Base64;
import java.util.Optional;
import nl.klimrek.journal.merkle.NodeHash;

/**
 * A statement of a tree's size and root (<a href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>), without
 * extension lines.
 *
 * @param origin name of the log
 * @param size number of leaves
 * @param root root of the tree
 */
public record TreeCheckpoint(String origin, long size, NodeHash root) {

    private static final int LINES = 3;
    private static final int MAX_DIGITS = 18;

    public TreeCheckpoint {
        if (!NoteKey.isName(origin) || size < 0) {
            throw new IllegalArgumentException("a checkpoint has an origin and a size from 0");
        }
    }

    /** Its text, which is what is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
    }

    /** What a note says, whether or not anybody signed it; empty when it is no checkpoint. */
    public static Optional<TreeCheckpoint> ofNote(String note) {
        return SignedNote.parse(note).flatMap(signed -> parse(signed.text()));
    }

    /** Reads a text; empty when it is not the text of a checkpoint without extension lines. */
    public static Optional<TreeCheckpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[1].matches("[0-9]{1," + MAX_DIGITS + "}")) {
            return Optional.empty();
        }
        try {
            NodeHash root = NodeHash.of(Base64.getDecoder().decode(lines[2]));
            return Optional.of(new TreeCheckpoint(lines[0], Long.parseLong(lines[1]), root))
                    .filter(checkpoint -> checkpoint.text().equals(text));
        } catch (IllegalArgumentException noHash) {
            return Optional.empty();
        }
    }
}
