package nl.klimrek.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree in tiles beside the definitions of RFC 9162, read as they stand. */
class MerkleTreeTest {

    private static final int LARGEST = 1_025;
    private static final List<byte[]> LEAVES = NaiveTree.leaves(LARGEST);

    @Test
    void roots_of_every_size_up_to_1025_are_those_of_the_definition() {
        TileStore tiles = new TileStore();
        CompactRange range = new CompactRange();
        for (int size = 0; size <= LARGEST; size++) {
            NodeHash expected = NodeHash.of(NaiveTree.root(LEAVES.subList(0, size)));
            assertThat(tiles.edge().root()).as("edge of %s", size).isEqualTo(expected);
            assertThat(range.root()).as("range of %s", size).isEqualTo(expected);
            assertThat(tiles.at(size).root()).as("tree of %s", size).isEqualTo(expected);
            if (size < LARGEST) {
                tiles.append(LEAVES.subList(size, size + 1));
                range.append(NodeHash.ofLeaf(LEAVES.get(size)));
            }
        }
    }

    @Test
    void roots_of_former_sizes_are_read_from_the_tiles_of_the_largest() {
        TileStore tiles = of(LARGEST);
        for (int size = 0; size <= LARGEST; size++) {
            assertThat(tiles.at(size).root().bytes()).isEqualTo(NaiveTree.root(LEAVES.subList(0, size)));
        }
    }

    @Test
    void every_leaf_of_small_trees_has_the_proof_of_the_definition() {
        TileStore tiles = of(LARGEST);
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                assertIncluded(tiles, index, size);
            }
        }
    }

    @Test
    void leaves_of_every_size_have_proofs_that_hold() {
        TileStore tiles = of(LARGEST);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int size = 1; size <= LARGEST; size++) {
            for (int index : new int[] {0, size / 2, size - 1, random.nextInt(size)}) {
                List<NodeHash> proof = tiles.at(size).inclusionProof(index);
                assertThat(Probe.holdsIncluded(
                                leaf(index), index, size, proof, tiles.at(size).root()))
                        .as("leaf %s of %s, seed %s", index, size, seed)
                        .isTrue();
            }
        }
        for (int index : new int[] {0, 255, 256, 511, 1_023, 1_024}) {
            assertIncluded(tiles, index, LARGEST);
        }
    }

    @Test
    void every_size_continues_every_earlier_one() {
        TileStore tiles = of(LARGEST);
        for (int size = 1; size <= 40; size++) {
            for (int earlier = 1; earlier <= size; earlier++) {
                assertThat(bytes(tiles.at(size).consistencyProof(earlier)))
                        .as("%s to %s", earlier, size)
                        .usingRecursiveComparison()
                        .isEqualTo(NaiveTree.subproof(earlier, LEAVES.subList(0, size), true));
            }
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int size = 1; size <= LARGEST; size++) {
            for (int earlier : new int[] {1, size, Integer.highestOneBit(size), 1 + random.nextInt(size)}) {
                assertThat(Probe.holdsConsistent(
                                earlier,
                                size,
                                tiles.at(size).consistencyProof(earlier),
                                tiles.at(earlier).root(),
                                tiles.at(size).root()))
                        .as("%s to %s, seed %s", earlier, size, seed)
                        .isTrue();
            }
        }
    }

    @Test
    void batches_make_the_same_tree_as_single_leaves() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TileStore batches = new TileStore();
        for (int from = 0; from < LARGEST; ) {
            int to = Math.min(LARGEST, from + 1 + random.nextInt(600));
            batches.append(LEAVES.subList(from, to));
            from = to;
        }
        assertThat(batches.edge()).as("seed %s", seed).isEqualTo(of(LARGEST).edge());
        assertThat(batches.at(LARGEST).root()).isEqualTo(of(LARGEST).at(LARGEST).root());
    }

    @Test
    void an_edge_is_read_back_from_its_bytes_and_only_from_them() {
        for (int size : new int[] {0, 1, 255, 256, 257, LARGEST}) {
            TreeEdge edge = of(size).edge();
            List<byte[]> bytes = IntStream.range(0, edge.levels())
                    .mapToObj(level -> edge.tile(level).bytes())
                    .toList();
            assertThat(TreeEdge.of(size, bytes)).isEqualTo(edge);
            assertThatThrownBy(() -> TreeEdge.of(size + 1, bytes)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TreeEdge.of(size + 65_536L, bytes)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TreeEdge.of(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leaf_cannot_pass_for_an_inner_node() {
        byte[] children = new byte[2 * NodeHash.BYTES];
        System.arraycopy(leaf(0).bytes(), 0, children, 0, NodeHash.BYTES);
        System.arraycopy(leaf(1).bytes(), 0, children, NodeHash.BYTES, NodeHash.BYTES);

        assertThat(NodeHash.ofLeaf(children)).isNotEqualTo(NodeHash.ofChildren(leaf(0), leaf(1)));
    }

    @Test
    void a_proof_of_a_missing_leaf_or_size_is_refused() {
        MerkleTree tree = of(10).at(10);
        assertThatThrownBy(() -> tree.inclusionProof(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(10).at(11).root()).isInstanceOf(DamagedTreeException.class);
    }

    private static void assertIncluded(TileStore tiles, int index, int size) {
        List<NodeHash> proof = tiles.at(size).inclusionProof(index);
        assertThat(bytes(proof))
                .as("leaf %s of %s", index, size)
                .usingRecursiveComparison()
                .isEqualTo(NaiveTree.path(index, LEAVES.subList(0, size)));
        assertThat(Probe.holdsIncluded(
                        leaf(index), index, size, proof, tiles.at(size).root()))
                .isTrue();
    }

    private static TileStore of(int size) {
        TileStore tiles = new TileStore();
        tiles.append(LEAVES.subList(0, size));
        return tiles;
    }

    private static NodeHash leaf(int index) {
        return NodeHash.ofLeaf(LEAVES.get(index));
    }

    private static List<byte[]> bytes(List<NodeHash> hashes) {
        return new ArrayList<>(hashes.stream().map(NodeHash::bytes).toList());
    }
}
