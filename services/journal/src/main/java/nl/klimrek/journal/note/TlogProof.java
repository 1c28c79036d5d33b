package nl.klimrek.journal.note;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.merkle.NodeHash;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an entry is in a log, as a text (<a href="https://c2sp.org/tlog-proof">c2sp.org/tlog-proof</a>).
 *
 * @param extraBase64 further data, which the proof does not authenticate; null without any
 * @param index the entry's index, from 0
 * @param hashes the inclusion proof, from the leaf upwards
 * @param checkpoint the signed note of the tree
 */
public record TlogProof(@Nullable String extraBase64, long index, List<NodeHash> hashes, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_DIGITS = 18;

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** A proof with these further data. */
    public static TlogProof of(byte[] extra, long index, List<NodeHash> hashes, String checkpoint) {
        return new TlogProof(Base64.getEncoder().encodeToString(extra), index, hashes, checkpoint);
    }

    /** The further data; empty without any. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extraBase64).map(Base64.getDecoder()::decode);
    }

    /** The text of the proof. */
    public String text() {
        return HEADER + "\n"
                + (extraBase64 == null ? "" : EXTRA + extraBase64 + "\n")
                + INDEX + index + "\n"
                + HashLines.write(hashes)
                + "\n"
                + checkpoint;
    }

    /** Whether a text says that it is such a proof. */
    public static boolean isProof(String text) {
        return text.startsWith(HEADER + "\n");
    }

    /** Reads a text; empty when it is not the one valid text of a proof. Its checkpoint is not read. */
    public static Optional<TlogProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = Arrays.asList(text.substring(0, end).split("\n", -1));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int at = hasExtra ? 2 : 1;
        if (lines.size() <= at || !isIndex(lines.get(at))) {
            return Optional.empty();
        }
        String extra = hasExtra ? lines.get(1).substring(EXTRA.length()) : null;
        long index = Long.parseLong(lines.get(at).substring(INDEX.length()));
        return HashLines.read(lines.subList(at + 1, lines.size()))
                .map(hashes -> new TlogProof(extra, index, hashes, text.substring(end + 2)))
                .filter(proof -> isBase64(extra) && proof.text().equals(text));
    }

    private static boolean isIndex(String line) {
        return line.startsWith(INDEX) && line.substring(INDEX.length()).matches("[0-9]{1," + MAX_DIGITS + "}");
    }

    private static boolean isBase64(@Nullable String extra) {
        try {
            return extra == null
                    || Base64.getEncoder()
                            .encodeToString(Base64.getDecoder().decode(extra))
                            .equals(extra);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
