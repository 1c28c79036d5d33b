package nl.klimrek.journal.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys whose checkpoints somebody accepts (<a href="https://c2sp.org/tlog-policy">c2sp.org/tlog-policy</a>). A policy that
 * demands witnesses is refused, because cosignatures are not verified here.
 *
 * @param logs keys of the accepted logs; the name of each is the log's origin
 */
public record TrustPolicy(List<NoteKey> logs) {

    private static final int MAX_LOGS = 1_000;
    private static final String NO_QUORUM = "quorum none";

    public TrustPolicy {
        logs = List.copyOf(logs);
    }

    /**
     * A checkpoint that is accepted.
     *
     * @param tree what it says
     * @param key the key that signed it
     */
    public record Accepted(TreeCheckpoint tree, NoteKey key) {}

    /** The text of the policy. */
    public String text() {
        StringBuilder text = new StringBuilder();
        logs.forEach(key -> text.append("log ").append(key).append('\n'));
        return text.append(NO_QUORUM).append('\n').toString();
    }

    /** What a signed note says; empty when it is no checkpoint, or none of the accepted logs signed it under its own name. */
    public Optional<Accepted> accept(String text) {
        return SignedNote.parse(text)
                .flatMap(note -> TreeCheckpoint.parse(note.text())
                        .flatMap(tree -> logs.stream()
                                .filter(key -> key.name().equals(tree.origin()) && note.isSignedBy(key))
                                .findFirst()
                                .map(key -> new Accepted(tree, key))));
    }

    /**
     * Reads a policy.
     *
     * @throws IllegalArgumentException when it is none, or demands witnesses; the message says why
     */
    public static TrustPolicy parse(String text) {
        if (text.codePoints().anyMatch(point -> point < ' ' && point != '\n' && point != '\t' || point == 127)) {
            throw new IllegalArgumentException("it has control characters");
        }
        List<NoteKey> logs = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        boolean quorum = false;
        for (String line : text.split("\n", -1)) {
            List<String> words = words(line);
            if (words.isEmpty() || words.get(0).startsWith("#")) {
                continue;
            }
            switch (words.get(0)) {
                case "log" -> {
                    NoteKey key = log(words);
                    if (!keys.add(key.encoded()) || logs.size() == MAX_LOGS) {
                        throw new IllegalArgumentException("it names a key twice, or too many");
                    }
                    logs.add(key);
                }
                case "quorum" -> {
                    if (quorum || !String.join(" ", words).equals(NO_QUORUM)) {
                        throw new IllegalArgumentException(
                                "it demands witnesses, whose signatures this program does not verify");
                    }
                    quorum = true;
                }
                case "witness", "group" -> {
                    // Without a quorum that names them they change nothing.
                }
                default -> throw new IllegalArgumentException("it has a line that is none of a policy");
            }
        }
        if (!quorum) {
            throw new IllegalArgumentException("it has no line \"" + NO_QUORUM + "\"");
        }
        return new TrustPolicy(logs);
    }

    private static List<String> words(String line) {
        String trimmed = line.replace('\t', ' ').strip();
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.split(" +"));
    }

    private static NoteKey log(List<String> words) {
        return (words.size() == 2 || words.size() == 3 ? NoteKey.parse(words.get(1)) : Optional.<NoteKey>empty())
                .orElseThrow(() -> new IllegalArgumentException("it has a log without a readable key"));
    }
}
