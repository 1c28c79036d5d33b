package nl.klimrek.journal.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainVerifier;
import nl.klimrek.journal.resume.ResumeStatement;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the chain.
 *
 * @param verified whether the whole chain is valid
 * @param entries number of valid entries from the first on
 * @param head hash of the last valid entry
 * @param firstBroken the first fault; absent when there is none
 * @param resumed places where the chain was restored from a backup and resumed; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationView(
        boolean verified,
        long entries,
        String head,
        @Nullable ChainFault firstBroken,
        @Nullable List<ResumptionView> resumed) {

    /**
     * A valid resume entry.
     *
     * @param position position of the entry
     * @param lostFrom first position of the earlier chain that was lost
     * @param lostTo highest published position of the earlier chain
     * @param publishedHead hash of its last published checkpoint
     */
    record ResumptionView(long position, long lostFrom, long lostTo, String publishedHead) {

        static ResumptionView of(long position, ResumeStatement statement) {
            return new ResumptionView(position, statement.lostFrom(), statement.lostTo(), statement.publishedHead());
        }
    }

    static VerificationView of(ChainVerifier verifier, List<ResumptionView> resumed) {
        return new VerificationView(
                verifier.fault().isEmpty(),
                verifier.position(),
                verifier.head().hex(),
                verifier.fault().orElse(null),
                resumed.isEmpty() ? null : List.copyOf(resumed));
    }
}
