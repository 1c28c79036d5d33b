package nl.klimrek.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Asks both verifiers, which must agree about each proof. */
final class Probe {

    private Probe() {}

    static boolean holdsIncluded(NodeHash leaf, long index, long size, List<NodeHash> proof, NodeHash root) {
        boolean ours = ProofVerifier.included(leaf, index, size, proof, root);
        assertThat(Rfc9162Verifier.included(leaf.bytes(), index, size, bytes(proof), root.bytes()))
                .as("both verifiers on leaf %s of %s", index, size)
                .isEqualTo(ours);
        return ours;
    }

    static boolean holdsConsistent(long earlier, long size, List<NodeHash> proof, NodeHash earlierRoot, NodeHash root) {
        boolean ours = ProofVerifier.consistent(earlier, size, proof, earlierRoot, root);
        assertThat(Rfc9162Verifier.consistent(earlier, size, bytes(proof), earlierRoot.bytes(), root.bytes()))
                .as("both verifiers on %s to %s", earlier, size)
                .isEqualTo(ours);
        return ours;
    }

    private static List<byte[]> bytes(List<NodeHash> hashes) {
        return hashes.stream().map(NodeHash::bytes).toList();
    }
}
