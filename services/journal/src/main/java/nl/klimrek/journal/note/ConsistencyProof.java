package nl.klimrek.journal.note;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.merkle.NodeHash;

/**
 * The proof that a tree continues an earlier one, as a text: the body that a log sends to its witnesses
 * (<a href="https://c2sp.org/tlog-witness">c2sp.org/tlog-witness</a>, add-checkpoint).
 *
 * @param earlier size of the earlier tree
 * @param hashes the consistency proof
 * @param checkpoint the signed note of the later tree
 */
public record ConsistencyProof(long earlier, List<NodeHash> hashes, String checkpoint) {

    private static final String OLD = "old ";
    private static final int MAX_DIGITS = 18;

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** The text of the proof. */
    public String text() {
        return OLD + earlier + "\n" + HashLines.write(hashes) + "\n" + checkpoint;
    }

    /** Whether a text says that it is such a proof. */
    public static boolean isProof(String text) {
        return text.startsWith(OLD);
    }

    /** Reads a text; empty when it is not the one valid text of a proof. Its checkpoint is not read. */
    public static Optional<ConsistencyProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        if (!lines.get(0).matches(OLD + "[0-9]{1," + MAX_DIGITS + "}")) {
            return Optional.empty();
        }
        long earlier = Long.parseLong(lines.get(0).substring(OLD.length()));
        return HashLines.read(lines.subList(1, lines.size()))
                .map(hashes -> new ConsistencyProof(earlier, hashes, text.substring(end + 2)))
                .filter(proof -> proof.text().equals(text));
    }
}
