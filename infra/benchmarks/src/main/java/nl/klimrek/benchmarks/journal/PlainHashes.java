package nl.klimrek.benchmarks.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import nl.klimrek.journal.chain.NewEntry;

/** A chain in memory with nothing around it: SHA-256 of the last hash and each step's text. */
final class PlainHashes {

    private final MessageDigest sha256;
    private byte[] last = new byte[0];

    PlainHashes() throws NoSuchAlgorithmException {
        sha256 = MessageDigest.getInstance("SHA-256");
    }

    void hash(List<NewEntry> drafts) {
        for (NewEntry draft : drafts) {
            sha256.update(last);
            sha256.update(draft.event().toString().getBytes(StandardCharsets.UTF_8));
            sha256.update(draft.content().digest().bytes());
            last = sha256.digest();
        }
    }
}
