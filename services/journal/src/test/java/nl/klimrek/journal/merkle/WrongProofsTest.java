package nl.klimrek.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs that are slightly wrong: neither verifier accepts any of them. */
class WrongProofsTest {

    private static final List<byte[]> LEAVES = NaiveTree.leaves(1_025);
    private static final TileStore TILES = new TileStore();
    private static final NodeHash OTHER = NodeHash.ofLeaf(new byte[] {1, 2, 3});

    static {
        TILES.append(LEAVES);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "1, 2", "4, 5", "0, 8", "6, 8", "5, 13", "12, 13", "255, 256", "256, 257", "700, 1025"})
    void of_inclusion(int index, int size) {
        NodeHash leaf = NodeHash.ofLeaf(LEAVES.get(index));
        NodeHash root = TILES.at(size).root();
        List<NodeHash> proof = TILES.at(size).inclusionProof(index);
        assertThat(Probe.holdsIncluded(leaf, index, size, proof, root)).isTrue();

        variants(proof)
                .forEach(wrong -> assertThat(Probe.holdsIncluded(leaf, index, size, wrong, root))
                        .isFalse());
        flips(leaf)
                .forEach(wrong -> assertThat(Probe.holdsIncluded(wrong, index, size, proof, root))
                        .isFalse());
        flips(root)
                .forEach(wrong -> assertThat(Probe.holdsIncluded(leaf, index, size, proof, wrong))
                        .isFalse());
        for (int other = -1; other <= size; other++) {
            if (other != index) {
                assertThat(Probe.holdsIncluded(leaf, other, size, proof, root))
                        .as("as leaf %s", other)
                        .isFalse();
            }
        }
        for (long other : new long[] {-1, 0, index, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(Probe.holdsIncluded(leaf, index, other, proof, root))
                    .as("in a tree of %s", other)
                    .isFalse();
        }
        for (int other : new int[] {1, 2, 7, 64, 500, 1_024}) {
            if (other != size) {
                assertThat(Probe.holdsIncluded(
                                leaf, index, size, proof, TILES.at(other).root()))
                        .as("under the root of %s", other)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 8", "2, 5", "3, 7", "4, 8", "6, 8", "6, 13", "255, 256", "256, 257", "300, 700", "700, 1025"
    })
    void of_consistency(int earlier, int size) {
        NodeHash earlierRoot = TILES.at(earlier).root();
        NodeHash root = TILES.at(size).root();
        List<NodeHash> proof = TILES.at(size).consistencyProof(earlier);
        assertThat(Probe.holdsConsistent(earlier, size, proof, earlierRoot, root))
                .isTrue();

        variants(proof)
                .forEach(wrong -> assertThat(Probe.holdsConsistent(earlier, size, wrong, earlierRoot, root))
                        .isFalse());
        flips(earlierRoot)
                .forEach(wrong -> assertThat(Probe.holdsConsistent(earlier, size, proof, wrong, root))
                        .isFalse());
        flips(root)
                .forEach(wrong -> assertThat(Probe.holdsConsistent(earlier, size, proof, earlierRoot, wrong))
                        .isFalse());
        for (int other = -1; other <= size; other++) {
            if (other != earlier && !isSameShape(other, earlier, size)) {
                assertThat(Probe.holdsConsistent(other, size, proof, earlierRoot, root))
                        .as("from %s", other)
                        .isFalse();
            }
        }
        assertThat(Probe.holdsConsistent(earlier, earlier - 1L, proof, earlierRoot, root))
                .isFalse();
        assertThat(Probe.holdsConsistent(size, earlier, proof, root, earlierRoot))
                .isFalse();
        assertThat(Probe.holdsConsistent(size, size, proof, root, root)).isFalse();
        assertThat(Probe.holdsConsistent(0, size, proof, NodeHash.EMPTY, root)).isFalse();
    }

    /** A proof does not bind the sizes where the two trees' shapes are the same; a checkpoint's signature does. */
    private static boolean isSameShape(int other, int earlier, int size) {
        return other > 0
                && ProofVerifier.consistent(
                        other,
                        size,
                        TILES.at(size).consistencyProof(earlier),
                        TILES.at(earlier).root(),
                        TILES.at(size).root());
    }

    private static List<List<NodeHash>> variants(List<NodeHash> proof) {
        List<List<NodeHash>> wrong = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            int place = i;
            flips(proof.get(i)).forEach(flipped -> wrong.add(replaced(proof, place, flipped)));
            wrong.add(replaced(proof, i, NodeHash.EMPTY));
            List<NodeHash> without = new ArrayList<>(proof);
            without.remove(i);
            wrong.add(without);
            List<NodeHash> twice = new ArrayList<>(proof);
            twice.add(i, proof.get(i));
            wrong.add(twice);
            for (int j = i + 1; j < proof.size(); j++) {
                List<NodeHash> swapped = new ArrayList<>(proof);
                Collections.swap(swapped, i, j);
                wrong.add(swapped);
            }
        }
        for (NodeHash added : List.of(OTHER, NodeHash.EMPTY)) {
            List<NodeHash> before = new ArrayList<>(proof);
            before.add(0, added);
            wrong.add(before);
            List<NodeHash> after = new ArrayList<>(proof);
            after.add(added);
            wrong.add(after);
        }
        if (!proof.isEmpty()) {
            wrong.add(List.of());
        }
        return wrong;
    }

    private static List<NodeHash> replaced(List<NodeHash> proof, int place, NodeHash hash) {
        List<NodeHash> replaced = new ArrayList<>(proof);
        replaced.set(place, hash);
        return replaced;
    }

    /** The hash with each of its bytes changed. */
    private static List<NodeHash> flips(NodeHash hash) {
        List<NodeHash> flips = new ArrayList<>();
        for (int i = 0; i < NodeHash.BYTES; i++) {
            byte[] bytes = hash.bytes();
            bytes[i] ^= (byte) (1 << i % Byte.SIZE);
            flips.add(NodeHash.of(bytes));
        }
        return flips;
    }
}
