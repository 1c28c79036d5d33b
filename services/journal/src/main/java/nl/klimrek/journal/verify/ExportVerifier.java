package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.export.ExportFormat;
import nl.klimrek.journal.export.ExportLineReader;
import nl.klimrek.journal.resume.ResumeStatement;
import org.jspecify.annotations.NullUnmarked;

/**
 * Verifies an export line by line. Each entry must follow from the one before it. The signed checkpoint at the end must name
 * the last entry. Published checkpoints, where there are any, must name entries of the export, or a resume entry must say that
 * they belong to a chain that was lost by a restore.
 *
 * <p>An export alone cannot show that the whole of it was replaced by an older one or signed with another key. The published
 * checkpoints and the expected key show that.
 */
@NullUnmarked
final class ExportVerifier {

    private final Set<String> expectedKeys;
    private final Map<String, List<PublishedCheckpoint>> outside;
    private final TreeNotes notes;
    private PublishedHistory published;
    private Organisation organisation;
    private ChainVerifier chain;
    private String keyId;
    private ChainEntry last;
    private boolean ended;

    /**
     * @param expectedKey id of the expected signing key; empty accepts any
     * @param outside published checkpoints, by organisation
     */
    ExportVerifier(Optional<String> expectedKey, Map<String, List<PublishedCheckpoint>> outside) {
        this(expectedKey.stream().collect(Collectors.toSet()), outside, TreeNotes.none());
    }

    /**
     * @param expectedKeys ids of the keys that may have signed; none accepts any
     * @param notes the signed roots of the tree, which must be those of the export
     */
    ExportVerifier(Set<String> expectedKeys, Map<String, List<PublishedCheckpoint>> outside, TreeNotes notes) {
        this.expectedKeys = expectedKeys;
        this.outside = outside;
        this.notes = notes;
    }

    /** Reads the export to its end or to its first fault. */
    VerificationResult verify(InputStream export) throws IOException {
        ExportLineReader lines = new ExportLineReader(export);
        Optional<byte[]> line = lines.next();
        while (line.isPresent() && accept(line.get())) {
            line = lines.next();
        }
        return finish();
    }

    /** Verifies the next line; false after the first fault. */
    boolean accept(byte[] line) {
        last = null;
        if (chain == null) {
            Optional<Organisation> begin = ExportFormat.readBegin(line);
            begin.ifPresent(this::begin);
            return begin.isPresent();
        }
        if (ended) {
            chain.fail(chain.position() + 1, Reason.AFTER_HEAD);
        } else if (ExportFormat.isEnd(line)) {
            ended = true;
            end(line);
        } else {
            entry(line);
        }
        return chain.fault().isEmpty();
    }

    private void begin(Organisation named) {
        organisation = named;
        chain = new ChainVerifier(organisation);
        published = new PublishedHistory(outside.getOrDefault(organisation.value(), List.of()));
        notes.begin(organisation).ifPresent(this::fail);
    }

    /** The result after the last line. */
    VerificationResult finish() {
        if (chain == null) {
            return new VerificationResult(
                    0, null, null, 0, 0, List.of(), Optional.of(new ChainFault(0, Reason.NOT_CANONICAL)));
        }
        if (!ended) {
            chain.fail(chain.position() + 1, Reason.MISSING);
        }
        if (chain.fault().isEmpty()) {
            notes.end().ifPresent(this::fail);
            published.unexplained().ifPresent(position -> chain.fail(position, Reason.CHECKPOINT_DIFFERS));
        }
        long sound = chain.fault()
                .map(fault -> Math.min(chain.position(), fault.position()))
                .orElse(chain.position());
        return new VerificationResult(
                sound,
                chain.head().hex(),
                keyId,
                chain.fault().isEmpty() ? published.all().size() : 0,
                chain.fault().isEmpty() ? notes.size() : 0,
                published.resumptions(),
                chain.fault());
    }

    /** The entry of the last line that was accepted; empty when that was none of an entry. */
    Optional<ChainEntry> lastEntry() {
        return Optional.ofNullable(last);
    }

    /** Fails with the fault of something beside the lines. */
    void fail(ChainFault fault) {
        chain.fail(fault.position(), fault.reason());
    }

    private void entry(byte[] line) {
        Optional<ChainEntry> entry = ExportFormat.readEntry(line);
        if (entry.isEmpty()) {
            chain.fail(chain.position() + 1, Reason.NOT_CANONICAL);
            return;
        }
        Hash previous = chain.head();
        if (chain.verify(entry.get()).isPresent()) {
            return;
        }
        last = entry.get();
        published.compare(entry.get());
        notes.add(entry.get()).ifPresent(this::fail);
        if (ResumeStatement.isIn(entry.get())) {
            ResumeStatement.validIn(entry.get(), previous, organisation)
                    .ifPresentOrElse(
                            statement -> published.resume(entry.get().position(), statement),
                            () -> chain.fail(entry.get().position(), Reason.RESUME_INVALID));
        }
    }

    private void end(byte[] line) {
        Optional<ExportFormat.Signed> end = ExportFormat.readEnd(line);
        if (end.isEmpty()) {
            chain.fail(chain.position() + 1, Reason.NOT_CANONICAL);
            return;
        }
        ExportFormat.Signed signed = end.get();
        if (signed.position() > chain.position()) {
            chain.fail(chain.position() + 1, Reason.MISSING);
        } else if (signed.position() < chain.position()) {
            chain.fail(signed.position() + 1, Reason.AFTER_HEAD);
        } else if (!chain.head().hex().equals(signed.head())) {
            chain.fail(signed.position(), Reason.CHECKPOINT_DIFFERS);
        } else {
            signature(signed);
        }
    }

    private void signature(ExportFormat.Signed signed) {
        keyId = signed.keyId();
        boolean ours = CheckpointSignatures.ALGORITHM.equals(signed.algorithm())
                && CheckpointSignatures.keyId(signed.publicKey())
                        .filter(signed.keyId()::equals)
                        .isPresent();
        if (!ours || !valid(signed.position(), signed.head(), signed.publicKey(), signed.signature())) {
            chain.fail(signed.position(), Reason.SIGNATURE_INVALID);
        } else if (!expectedKeys.isEmpty() && !expectedKeys.contains(signed.keyId())) {
            chain.fail(signed.position(), Reason.KEY_DIFFERS);
        } else {
            published.all().forEach(checkpoint -> verifyPublished(checkpoint, signed));
            published.strangeResumption(signed.keyId()).ifPresent(position -> chain.fail(position, Reason.KEY_DIFFERS));
        }
    }

    /** Verifies a published checkpoint. The signature of an earlier key cannot be checked with the current one. */
    private void verifyPublished(PublishedCheckpoint checkpoint, ExportFormat.Signed signed) {
        if (checkpoint.position() > signed.position() && !published.explains(checkpoint)) {
            chain.fail(signed.position() + 1, Reason.MISSING);
        } else if (checkpoint.keyId().equals(signed.keyId())
                && !valid(checkpoint.position(), checkpoint.head(), signed.publicKey(), checkpoint.signature())) {
            chain.fail(checkpoint.position(), Reason.SIGNATURE_INVALID);
        }
    }

    private boolean valid(long position, String head, String publicKey, String signature) {
        return publicKey != null
                && signature != null
                && CheckpointSignatures.valid(
                        publicKey, CheckpointSignatures.signed(organisation, position, new Hash(head)), signature);
    }
}
