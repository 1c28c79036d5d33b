package nl.klimrek.journal.verify;

import java.util.Optional;
import nl.klimrek.journal.chain.ChainFault;

/**
 * What the verification of an export found.
 *
 * @param entries entries that are as they should be, from the first
 * @param head hash of the last of them
 * @param keyId id of the key that signed the export's end; null where it does not come to that
 * @param witnesses checkpoints from outside that agree
 * @param broken where the export is broken first; empty when it is not
 */
record VerificationResult(long entries, String head, String keyId, int witnesses, Optional<ChainFault> broken) {

    boolean verified() {
        return broken.isEmpty();
    }
}
