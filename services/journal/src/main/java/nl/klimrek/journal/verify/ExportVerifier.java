package nl.klimrek.journal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.checkpoint.CheckpointSignatures;

/**
 * Verifies an export, line by line: every entry follows from the one before it, the signed checkpoint at the end names
 * the last of them, and checkpoints from outside, where there are any, name entries that are in it. What an export alone
 * can not show is that the whole of it was replaced by an older one, or signed anew with another key; for that there are
 * the outside checkpoints and the expected key.
 */
final class ExportVerifier {

    private final Optional<String> expectedKey;
    private final Map<String, List<PublishedCheckpoint>> outside;
    private Map<Long, List<PublishedCheckpoint>> witnesses;
    private Organisation organisation;
    private ChainVerifier chain;
    private String keyId;

    /**
     * @param expectedKey id of the key that must have signed; empty accepts any
     * @param outside checkpoints from outside, by organisation
     */
    ExportVerifier(Optional<String> expectedKey, Map<String, List<PublishedCheckpoint>> outside) {
        this.expectedKey = expectedKey;
        this.outside = outside;
    }

    /** Reads the export to its end or to its first broken place. */
    VerificationResult of(InputStream export) throws IOException {
        ExportLineReader lines = new ExportLineReader(export);
        Optional<Organisation> begin = lines.next().flatMap(ExportFormat::readBegin);
        if (begin.isEmpty()) {
            return new VerificationResult(0, null, null, 0, Optional.of(new ChainFault(0, Reason.NOT_CANONICAL)));
        }
        organisation = begin.get();
        chain = new ChainVerifier(organisation);
        List<PublishedCheckpoint> all = outside.getOrDefault(organisation.value(), List.of());
        witnesses = all.stream().collect(Collectors.groupingBy(PublishedCheckpoint::position));
        boolean ended = false;
        Optional<byte[]> line = lines.next();
        while (line.isPresent() && chain.broken().isEmpty()) {
            if (ended) {
                chain.fail(chain.position() + 1, Reason.AFTER_HEAD);
            } else if (ExportFormat.isEnd(line.get())) {
                ended = true;
                end(line.get());
            } else {
                entry(line.get());
            }
            line = lines.next();
        }
        if (!ended) {
            chain.fail(chain.position() + 1, Reason.MISSING);
        }
        return new VerificationResult(
                chain.position(), chain.head().hex(), keyId, chain.broken().isEmpty() ? all.size() : 0, chain.broken());
    }

    private void entry(byte[] line) {
        Optional<ChainEntry> entry = ExportFormat.readEntry(line);
        if (entry.isEmpty()) {
            chain.fail(chain.position() + 1, Reason.NOT_CANONICAL);
            return;
        }
        chain.next(entry.get());
        for (PublishedCheckpoint witness : witnesses.getOrDefault(entry.get().position(), List.of())) {
            if (!witness.head().equals(entry.get().hash().hex())) {
                chain.fail(entry.get().position(), Reason.CHECKPOINT_DIFFERS);
            }
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
        } else if (expectedKey
                .filter(expected -> !expected.equals(signed.keyId()))
                .isPresent()) {
            chain.fail(signed.position(), Reason.KEY_DIFFERS);
        } else {
            witnesses.values().forEach(same -> same.forEach(witness -> witness(witness, signed)));
        }
    }

    /** A checkpoint by an earlier key can not be checked with this one; that it names the right entry has been. */
    private void witness(PublishedCheckpoint witness, ExportFormat.Signed signed) {
        if (witness.position() > signed.position()) {
            chain.fail(signed.position() + 1, Reason.MISSING);
        } else if (witness.keyId().equals(signed.keyId())
                && !valid(witness.position(), witness.head(), signed.publicKey(), witness.signature())) {
            chain.fail(witness.position(), Reason.SIGNATURE_INVALID);
        }
    }

    private boolean valid(long position, String head, String publicKey, String signature) {
        return publicKey != null
                && signature != null
                && CheckpointSignatures.valid(
                        publicKey, CheckpointSignatures.signed(organisation, position, new Hash(head)), signature);
    }
}
