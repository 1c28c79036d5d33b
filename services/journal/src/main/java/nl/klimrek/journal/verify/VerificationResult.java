package nl.klimrek.journal.verify;

import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainFault;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying an export.
 *
 * @param entries number of valid entries from the first on
 * @param head hash of the last valid entry
 * @param keyId id of the key that signed the export's end; null when the end was not reached
 * @param publishedCheckpoints number of published checkpoints that agree
 * @param signedRoots number of signed roots of the tree that agree
 * @param resumptions valid resume entries: places where the chain was restored from a backup
 * @param fault the first fault; empty when there is none
 */
record VerificationResult(
        long entries,
        @Nullable String head,
        @Nullable String keyId,
        int publishedCheckpoints,
        int signedRoots,
        List<PublishedHistory.Resumption> resumptions,
        Optional<ChainFault> fault) {

    boolean verified() {
        return fault.isEmpty();
    }
}
