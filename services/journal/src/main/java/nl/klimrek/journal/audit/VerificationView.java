package nl.klimrek.journal.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainVerifier;

/**
 * What a walk along the chain found.
 *
 * @param verified whether the whole chain is as it should be
 * @param entries entries that are, from the first
 * @param head hash of the last of them
 * @param firstBroken where it is broken first; absent when it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(boolean verified, long entries, String head, ChainFault firstBroken) {

    static VerificationView of(ChainVerifier check) {
        return new VerificationView(
                check.broken().isEmpty(),
                check.position(),
                check.head().hex(),
                check.broken().orElse(null));
    }
}
