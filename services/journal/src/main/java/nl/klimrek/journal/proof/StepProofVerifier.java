package nl.klimrek.journal.proof;

import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.merkle.ProofVerifier;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.TlogProof;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.note.TrustPolicy;

/** Verifies proofs with nothing but the accepted keys. */
public final class StepProofVerifier {

    private final TrustPolicy policy;

    /** @param policy the accepted keys */
    public StepProofVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * The result of verifying the proof of a step.
     *
     * @param fault the first fault; empty when the proof holds
     * @param step the proven step; empty when the proof does not hold
     * @param checkpoint the signed checkpoint; empty when the proof does not hold
     */
    public record StepVerdict(
            Optional<ProofFault> fault, Optional<StepStatement> step, Optional<TrustPolicy.Accepted> checkpoint) {

        private static StepVerdict fails(ProofFault fault) {
            return new StepVerdict(Optional.of(fault), Optional.empty(), Optional.empty());
        }
    }

    /** Verifies the proof of a step. */
    public StepVerdict step(String text) {
        Optional<TlogProof> proof = TlogProof.parse(text);
        if (proof.isEmpty()) {
            return StepVerdict.fails(ProofFault.NOT_A_PROOF);
        }
        Optional<StepStatement> step = proof.get().extra().flatMap(StepStatement::read);
        if (step.isEmpty()) {
            return StepVerdict.fails(ProofFault.NO_STEP);
        }
        Optional<TrustPolicy.Accepted> signed = policy.accept(proof.get().checkpoint());
        if (signed.isEmpty()) {
            return StepVerdict.fails(ProofFault.NOT_SIGNED);
        }
        return fault(proof.get(), step.get(), signed.get().tree())
                .map(StepVerdict::fails)
                .orElseGet(() -> new StepVerdict(Optional.empty(), step, signed));
    }

    private static Optional<ProofFault> fault(TlogProof proof, StepStatement step, TreeCheckpoint tree) {
        ChainEntry entry = step.entry();
        if (!tree.origin().endsWith("/" + step.organisation().value())) {
            return Optional.of(ProofFault.OTHER_JOURNAL);
        }
        if (entry.position() - 1 != proof.index()) {
            return Optional.of(ProofFault.OUT_OF_PLACE);
        }
        if (!entry.content().matchesDigest() || !entry.follows(step.previous())) {
            return Optional.of(ProofFault.STEP_CHANGED);
        }
        return ProofVerifier.included(entry.leaf(), proof.index(), tree.size(), proof.hashes(), tree.root())
                ? Optional.empty()
                : Optional.of(ProofFault.NOT_INCLUDED);
    }

    /**
     * Verifies that a later journal continues an earlier one.
     *
     * @param later text of a consistency proof
     * @param earlier signed note of the earlier tree
     * @return the first fault; empty when the proof holds
     */
    public Optional<ProofFault> consistency(String later, String earlier) {
        Optional<ConsistencyProof> proof = ConsistencyProof.parse(later);
        if (proof.isEmpty()) {
            return Optional.of(ProofFault.NOT_A_PROOF);
        }
        Optional<TreeCheckpoint> to = policy.accept(proof.get().checkpoint()).map(TrustPolicy.Accepted::tree);
        Optional<TreeCheckpoint> from = policy.accept(earlier).map(TrustPolicy.Accepted::tree);
        if (to.isEmpty() || from.isEmpty()) {
            return Optional.of(ProofFault.NOT_SIGNED);
        }
        if (!to.get().origin().equals(from.get().origin())) {
            return Optional.of(ProofFault.OTHER_JOURNAL);
        }
        if (from.get().size() != proof.get().earlier()) {
            return Optional.of(ProofFault.OTHER_BEGIN);
        }
        return ProofVerifier.consistent(
                        from.get().size(),
                        to.get().size(),
                        proof.get().hashes(),
                        from.get().root(),
                        to.get().root())
                ? Optional.empty()
                : Optional.of(ProofFault.NOT_CONTINUED);
    }
}
