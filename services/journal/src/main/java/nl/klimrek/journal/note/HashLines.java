package nl.klimrek.journal.note;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.merkle.NodeHash;

/** Hashes as lines of base64, as proofs in text have them. */
final class HashLines {

    /** No proof is longer: a tree has fewer than 2^63 leaves. */
    private static final int MAX_HASHES = 64;

    private HashLines() {}

    static String write(List<NodeHash> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(hash ->
                lines.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return lines.toString();
    }

    /** Reads lines; empty when one is no hash or there are too many. */
    static Optional<List<NodeHash>> read(List<String> lines) {
        if (lines.size() > MAX_HASHES) {
            return Optional.empty();
        }
        List<NodeHash> hashes = new ArrayList<>();
        for (String line : lines) {
            try {
                hashes.add(NodeHash.of(Base64.getDecoder().decode(line)));
            } catch (IllegalArgumentException noHash) {
                return Optional.empty();
            }
        }
        return Optional.of(hashes);
    }
}
