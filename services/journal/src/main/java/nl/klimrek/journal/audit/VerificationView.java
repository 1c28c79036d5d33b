package nl.klimrek.journal.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainVerifier;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the chain.
 *
 * @param verified whether the whole chain is valid
 * @param entries number of valid entries from the first on
 * @param head hash of the last valid entry
 * @param firstBroken the first fault; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        boolean verified,
        long entries,
        String head,
        @Nullable ChainFault firstBroken) {

    static VerificationView of(ChainVerifier verifier) {
        return new VerificationView(
                verifier.fault().isEmpty(),
                verifier.position(),
                verifier.head().hex(),
                verifier.fault().orElse(null));
    }
}
