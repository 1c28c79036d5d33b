package nl.klimrek.journal.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies the proof of a step as FORMAT.md, RFC 9162 and the texts of C2SP say it. Written from these alone, over bytes: it shares no
 * code with the prover or the verifier of the product. It takes any text of the same content.
 */
final class SpecVerifier {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SpecVerifier() {}

    /**
     * Whether a text proves its step.
     *
     * @param verifierKey {@code name+id+key} of the one accepted key
     */
    static boolean proves(String text, String verifierKey) {
        try {
            return proves(text.split("\n\n", 3), verifierKey);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean proves(String[] parts, String verifierKey) throws IOException, GeneralSecurityException {
        if (parts.length != 3 || !parts[2].endsWith("\n")) {
            return false;
        }
        String[] head = parts[0].split("\n");
        require(head[0].equals("c2sp.org/tlog-proof@v1"));
        require(head[1].startsWith("extra ") && head[2].startsWith("index "));
        String[] statement = new String(base64(head[1].substring(6)), StandardCharsets.UTF_8).split("\n");
        require(statement.length == 2);
        JsonNode begin = JSON.readTree(statement[0]);
        JsonNode entry = JSON.readTree(statement[1]);
        require(begin.path("format").asText().equals("klimrek-journal-step")
                && begin.path("version").asInt() == 1);
        long index = Long.parseLong(head[2].substring(6));
        require(entry.path("position").asLong() == index + 1);

        String[] checkpoint = parts[1].split("\n");
        require(checkpoint.length == 3);
        String[] key = verifierKey.split("\\+", 3);
        require(checkpoint[0].equals(key[0]));
        require(key[0].endsWith("/" + begin.path("organisation").asText()));
        require(isSigned(parts[1] + "\n", parts[2], key));

        byte[] hash = entryHash(HexFormat.of().parseHex(begin.path("previous").asText()), entry);
        require(HexFormat.of().formatHex(hash).equals(entry.path("hash").asText()));
        require(hasDigest(entry));
        List<byte[]> path =
                Arrays.stream(head).skip(3).map(SpecVerifier::base64).toList();
        return included(
                sha256(new byte[] {0}, hash), index, Long.parseLong(checkpoint[1]), path, base64(checkpoint[2]));
    }

    /** FORMAT.md, How an entry is hashed. */
    private static byte[] entryHash(byte[] previous, JsonNode entry) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        long epoch = entry.path("epoch").asLong();
        out.write(("klimrek.journal.entry." + (epoch > 0 ? "v2" : "v1") + "\n").getBytes(StandardCharsets.UTF_8));
        out.write(previous);
        out.writeLong(entry.path("position").asLong());
        for (String field : List.of("id", "type", "source", "topic", "subject")) {
            text(out, entry.path(field));
        }
        out.writeLong(entry.path("sequence").asLong());
        if (epoch > 0) {
            out.writeLong(epoch);
        }
        for (String field : List.of("time", "actor", "correlation", "causation", "person", "journalledAt", "content")) {
            text(out, entry.path(field));
        }
        out.write(HexFormat.of().parseHex(entry.path("digest").asText()));
        return sha256(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, JsonNode field) throws IOException {
        if (field.isMissingNode()) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = field.asText().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static boolean hasDigest(JsonNode entry) throws GeneralSecurityException {
        byte[] covered = switch (entry.path("content").asText()) {
            case "FACT", "DIGEST" -> entry.path("data").asText().getBytes(StandardCharsets.UTF_8);
            case "ERASURE" -> new byte[0];
            default -> null;
        };
        return covered == null
                || HexFormat.of()
                        .formatHex(sha256(covered))
                        .equals(entry.path("digest").asText());
    }

    /** c2sp.org/signed-note. */
    private static boolean isSigned(String text, String signatures, String[] key) throws GeneralSecurityException {
        byte[] typed = base64(key[2]);
        byte[] id = Arrays.copyOf(sha256((key[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        require(typed[0] == 1
                && typed.length == 33
                && HexFormat.of().formatHex(id).equals(key[1]));
        byte[] x509 = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(Arrays.copyOfRange(typed, 1, 33)));
        for (String line : signatures.split("\n")) {
            String[] words = line.split(" ");
            byte[] signature = words.length == 3 ? base64(words[2]) : new byte[0];
            if (words[0].equals("\u2014")
                    && words[1].equals(key[0])
                    && signature.length == 68
                    && Arrays.equals(id, Arrays.copyOf(signature, 4))) {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
                check.update(text.getBytes(StandardCharsets.UTF_8));
                return check.verify(Arrays.copyOfRange(signature, 4, 68));
            }
        }
        return false;
    }

    /** RFC 9162 §2.1.3.2. */
    private static boolean included(byte[] leaf, long index, long size, List<byte[]> path, byte[] root)
            throws GeneralSecurityException {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        require(index < size);
        for (byte[] p : path) {
            require(sn != 0 && p.length == 32);
            if ((fn & 1) == 1 || fn == sn) {
                r = sha256(new byte[] {1}, p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = sha256(new byte[] {1}, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
