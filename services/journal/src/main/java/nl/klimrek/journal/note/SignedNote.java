package nl.klimrek.journal.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures (<a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>).
 *
 * @param text the text, which ends with a line feed
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MAX_SIGNATURES = 100;
    private static final int MIN_SIGNATURE_BYTES = 5;
    private static final String DASH = "\u2014 ";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** A signature line: name of the key, and its id with the signature in base64. */
    public record NoteSignature(String name, String base64) {

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** The note with this text and one signature. */
    public static String write(String text, NoteKey key, byte[] signature) {
        return text + "\n" + DASH + key.line(signature) + "\n";
    }

    /** Reads a note; empty when it is not in the form of one. */
    public static Optional<SignedNote> parse(String note) {
        int split = note.lastIndexOf("\n\n");
        boolean printable = note.codePoints().noneMatch(point -> point < ' ' && point != '\n' || point == '\uFFFD');
        if (split < 0 || !printable || !note.endsWith("\n") || split + 2 == note.length()) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            Optional<NoteSignature> signature = signature(line);
            if (signature.isEmpty() || signatures.size() == MAX_SIGNATURES) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return Optional.of(new SignedNote(note.substring(0, split + 1), signatures));
    }

    private static Optional<NoteSignature> signature(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0 || !NoteKey.isName(line.substring(DASH.length(), space))) {
            return Optional.empty();
        }
        NoteSignature signature = new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
        try {
            byte[] bytes = signature.bytes();
            boolean canonical = Base64.getEncoder().encodeToString(bytes).equals(signature.base64());
            return canonical && bytes.length >= MIN_SIGNATURE_BYTES ? Optional.of(signature) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether this key signed the text. Of several signatures under its name and id the first counts. */
    public boolean isSignedBy(NoteKey key) {
        return signatures.stream()
                .filter(signature -> signature.name().equals(key.name()) && hasId(signature.bytes(), key.id()))
                .findFirst()
                .filter(signature -> key.verifies(text, signature.bytes()))
                .isPresent();
    }

    private static boolean hasId(byte[] signature, byte[] id) {
        return Arrays.equals(signature, 0, id.length, id, 0, id.length);
    }
}
