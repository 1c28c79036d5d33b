package nl.klimrek.journal.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public vectors of the Go implementation of RFC 6962 and of C2SP, where they are present. */
class PublicVectorsTest {

    private static final Path FOLDER = Path.of("shared", "standards");

    @Test
    void the_reference_tree_of_eight_leaves() throws IOException {
        JsonNode tree = vectors("merkle-rfc6962", "tree8.json");
        TileStore tiles = new TileStore();
        for (JsonNode leaf : tree.path("leafInputsHex")) {
            tiles.append(List.of(HexFormat.of().parseHex(leaf.asText())));
        }
        assertThat(tree.path("leafInputsHex")).hasSize(8);
        assertThat(tiles.at(8).root().toString())
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        for (int level = 0; level < tree.path("nodeHashesHexByLevel").size(); level++) {
            JsonNode nodes = tree.path("nodeHashesHexByLevel").path(level);
            for (int index = 0; index < nodes.size(); index++) {
                assertThat(tiles.edge().tile(0).root(index << level, level).toString())
                        .isEqualTo(nodes.path(index).asText());
            }
        }
    }

    @Test
    void the_hasher() throws IOException {
        for (JsonNode one : vectors("merkle-rfc6962", "hasher.json").path("cases")) {
            String wanted = one.path("wantHex").asText();
            switch (one.path("op").asText()) {
                case "emptyRoot" -> assertThat(NodeHash.EMPTY).hasToString(wanted);
                case "leaf" ->
                    assertThat(NodeHash.ofLeaf(utf8(one.path("inputUtf8")))).hasToString(wanted);
                default ->
                    assertThat(HexFormat.of()
                                    .formatHex(NaiveTree.sha256(
                                            new byte[] {1}, utf8(one.path("leftUtf8")), utf8(one.path("rightUtf8")))))
                            .isEqualTo(wanted);
            }
        }
    }

    @Test
    void every_probe_of_inclusion() throws IOException {
        JsonNode probes = vectors("merkle-rfc6962", "inclusion.json").path("probes");
        assertThat(probes).hasSize(98);
        for (JsonNode probe : probes) {
            boolean holds = hash(probe.path("leafHash"))
                    .flatMap(leaf -> hash(probe.path("root"))
                            .flatMap(root -> proof(probe)
                                    .map(proof -> Probe.holdsIncluded(
                                            leaf,
                                            probe.path("leafIdx").asLong(),
                                            probe.path("treeSize").asLong(),
                                            proof,
                                            root))))
                    .orElse(false);
            assertThat(holds)
                    .as("%s", probe.path("file"))
                    .isNotEqualTo(probe.path("wantErr").asBoolean());
        }
    }

    @Test
    void every_probe_of_consistency() throws IOException {
        JsonNode probes = vectors("merkle-rfc6962", "consistency.json").path("probes");
        assertThat(probes).hasSize(98);
        for (JsonNode probe : probes) {
            boolean holds = proof(probe)
                    .map(proof -> Probe.holdsConsistent(
                            probe.path("size1").asLong(),
                            probe.path("size2").asLong(),
                            proof,
                            root(probe.path("root1")),
                            root(probe.path("root2"))))
                    .orElse(false);
            assertThat(holds)
                    .as("%s", probe.path("file"))
                    .isNotEqualTo(probe.path("wantErr").asBoolean());
        }
    }

    @Test
    void the_tiles_and_roots_of_a_public_log() throws IOException {
        JsonNode log = vectors("c2sp-tlog", "tlog-tiles-log15.json");
        TileStore tiles = new TileStore();
        for (int size = 0; size <= 15; size++) {
            assertThat(log.path("checkpointBySize").path(size).asText())
                    .contains("\n" + size + "\n"
                            + Base64.getEncoder()
                                    .encodeToString(tiles.at(size).root().bytes()) + "\n");
            if (size > 0) {
                Tile tile = tiles.edge().tile(0);
                assertThat(HexFormat.of().formatHex(tile.bytes()))
                        .isEqualTo(log.path("tilesHex").path(tile.path()).asText());
            }
            if (size < 15) {
                tiles.append(List.of(utf8(log.path("entriesUtf8").path(size))));
            }
        }
    }

    @Test
    void the_paths_of_tiles() throws IOException {
        for (JsonNode one : vectors("c2sp-tlog", "tlog-tiles-paths.json").path("tilePath")) {
            int partial = one.path("partial").asInt();
            byte[] hashes = new byte[(partial == 0 ? Tile.WIDTH : partial) * NodeHash.BYTES];
            Tile tile = Tile.of(one.path("level").asInt(), one.path("index").asLong(), hashes);
            assertThat(tile.path()).isEqualTo(one.path("path").asText());
        }
    }

    private static Optional<List<NodeHash>> proof(JsonNode probe) {
        List<NodeHash> proof = new ArrayList<>();
        for (JsonNode hash : probe.path("proof")) {
            if (hash(hash).isEmpty()) {
                return Optional.empty();
            }
            proof.add(hash(hash).get());
        }
        return Optional.of(proof);
    }

    /** The hash; empty when it has another length, which no proof can contain here. */
    private static Optional<NodeHash> hash(JsonNode base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.asText());
        return bytes.length == NodeHash.BYTES ? Optional.of(NodeHash.of(bytes)) : Optional.empty();
    }

    /** A root; some probes have other bytes, which are only compared with each other. */
    private static NodeHash root(JsonNode base64) {
        return hash(base64).orElseGet(() -> NodeHash.ofLeaf(Base64.getDecoder().decode(base64.asText())));
    }

    private static byte[] utf8(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode vectors(String folder, String name) throws IOException {
        Path file = FOLDER.resolve(folder).resolve(name);
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(parent -> parent != null)
                .map(parent -> parent.resolve(file))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: the public vectors are not here (../" + file + ")");
        }
        assumeTrue(found.isPresent(), "no vectors");
        return new ObjectMapper().readTree(Files.readString(found.get()));
    }
}
