package nl.klimrek.journal.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.merkle.ProofVerifier;
import org.junit.jupiter.api.Test;

/** The text form of proofs, beside the public vectors of C2SP where they are present. */
class TlogProofTest {

    private static final NodeHash HASH = NodeHash.ofLeaf(new byte[] {7});
    private static final String LINE = Base64.getEncoder().encodeToString(HASH.bytes());

    @Test
    void a_proof_is_read_back() {
        TlogProof proof = TlogProof.of("step".getBytes(StandardCharsets.UTF_8), 5, List.of(HASH), "note\n");

        assertThat(proof.text()).isEqualTo("c2sp.org/tlog-proof@v1\nextra c3RlcA==\nindex 5\n" + LINE + "\n\nnote\n");
        assertThat(TlogProof.parse(proof.text())).contains(proof);
        TlogProof alone = new TlogProof(null, 0, List.of(), "note\n");
        assertThat(TlogProof.parse(alone.text())).contains(alone);
    }

    @Test
    void a_text_that_is_no_proof_is_refused() {
        for (String text : List.of(
                "",
                "c2sp.org/tlog-proof@v1",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex +1\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 9999999999999999999\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra x\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nextra c3RlcB==\nindex 0\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra c3RlcA==\n\nnote\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nnote\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\nnote\r\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n" + (LINE + "\n").repeat(65) + "\nnote\n")) {
            assertThat(TlogProof.parse(text)).as(text).isEmpty();
        }
        for (String text :
                List.of("", "old\n\nnote\n", "old 01\n\nnote\n", "old 1\nAAAA\n\nnote\n", "new 1\n\nnote\n")) {
            assertThat(ConsistencyProof.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_policy_accepts_only_its_logs_and_no_quorum() {
        String key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
        assertThat(TrustPolicy.parse("# mine\n\n \tlog\t" + key + "  https://log.example/ \nquorum none\n")
                        .logs())
                .hasSize(1);
        for (String text : List.of(
                "",
                "log " + key + "\n",
                "log " + key + "\nquorum all\n",
                "log " + key + "\nquorum none\nquorum none\n",
                "log " + key + "\nlog " + key + "\nquorum none\n",
                "log " + key + "x\nquorum none\n",
                "log\nquorum none\n",
                "log " + key + " a b\nquorum none\n",
                "logs " + key + "\nquorum none\n",
                "log " + key + "\r\nquorum none\n")) {
            assertThat(readable(text)).as(text).isFalse();
        }
    }

    private static boolean readable(String policy) {
        try {
            TrustPolicy.parse(policy);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    @Test
    void the_public_proofs() throws IOException {
        JsonNode vectors = PublicNotes.vectors("tlog-proof.json");
        assertThat(vectors.path("marshal")).hasSize(3);
        for (JsonNode one : vectors.path("marshal")) {
            List<NodeHash> hashes = new ArrayList<>();
            one.path("hashesBase64")
                    .forEach(hash -> hashes.add(NodeHash.of(Base64.getDecoder().decode(hash.asText()))));
            TlogProof proof = new TlogProof(
                    one.path("extraBase64").textValue(),
                    one.path("index").asLong(),
                    hashes,
                    one.path("checkpoint").asText());
            assertThat(proof.text()).isEqualTo(one.path("text").asText());
            assertThat(TlogProof.parse(proof.text())).contains(proof);
        }
        assertThat(vectors.path("parseErrors")).hasSize(7);
        for (JsonNode one : vectors.path("parseErrors")) {
            assertThat(TlogProof.parse(one.path("text").asText()))
                    .as(one.path("desc").asText())
                    .isEmpty();
        }
        JsonNode cases = vectors.path("verify").path("cases");
        assertThat(cases).hasSize(7);
        for (JsonNode one : cases) {
            assertThat(holds(one))
                    .as(one.path("desc").asText())
                    .isEqualTo(one.path("want").asText().equals("ok"));
        }
    }

    private static boolean holds(JsonNode one) {
        TrustPolicy policy = TrustPolicy.parse("log " + one.path("verifierKey").asText() + "\nquorum none\n");
        NodeHash leaf = NodeHash.ofLeaf(one.path("entryUtf8").asText().getBytes(StandardCharsets.UTF_8));
        Optional<TlogProof> proof = TlogProof.parse(one.path("proof").asText());
        return proof.flatMap(read -> policy.accept(read.checkpoint())
                        .map(TrustPolicy.Accepted::tree)
                        .filter(tree ->
                                ProofVerifier.included(leaf, read.index(), tree.size(), read.hashes(), tree.root())))
                .isPresent();
    }
}
