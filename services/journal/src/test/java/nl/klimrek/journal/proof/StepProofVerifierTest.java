package nl.klimrek.journal.proof;

import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SignedTrees;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.TlogProof;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.note.TrustPolicy;
import org.junit.jupiter.api.Test;

/** Proofs of steps, right and slightly wrong, before our verifier and one that was written from the specification alone. */
class StepProofVerifierTest {

    private static final CheckpointSigningKey KEY = CheckpointSigningKey.generate();
    private static final SignedTrees JOURNAL = SignedTrees.of(300, KEY);
    private static final String NAME = JOURNAL.noteKey().toString();
    private static final StepProofVerifier VERIFIER = new StepProofVerifier(JOURNAL.policy());

    @Test
    void each_step_of_journals_of_many_sizes_is_proven_to_both_verifiers() {
        for (int size : List.of(1, 2, 3, 7, 8, 255, 256, 257, 300)) {
            SignedTrees journal = SignedTrees.of(size, KEY);
            for (int position = 1; position <= size; position += size > 20 ? 17 : 1) {
                String proof = journal.proof(position).text();
                assertThat(proven(proof)).as("%s of %s", position, size).isTrue();
                assertThat(VERIFIER.step(proof).step().orElseThrow().entry())
                        .isEqualTo(journal.entries().get(position - 1));
            }
        }
    }

    @Test
    void no_character_of_a_proof_can_be_changed() {
        String proof = JOURNAL.proof(44).text();
        Random random = new Random(20);
        for (int at = 0; at < proof.length(); at++) {
            char other = "A0z+\n =".charAt(random.nextInt(7));
            String changed = proof.substring(0, at) + other + proof.substring(at + 1);
            assertThat(VERIFIER.step(changed).fault().isEmpty())
                    .as("%s at %s", other, at)
                    .isEqualTo(changed.equals(proof));
            assertThat(VERIFIER.step(proof.substring(0, at)).fault())
                    .as("cut at %s", at)
                    .isPresent();
        }
    }

    @Test
    void hundreds_of_slightly_wrong_proofs_hold_for_neither_verifier() {
        TlogProof right = JOURNAL.proof(44);
        List<TlogProof> wrong = new ArrayList<>();
        for (int position = 1; position <= 300; position++) {
            if (position != 44) {
                TlogProof other = JOURNAL.proof(position);
                wrong.add(new TlogProof(right.extraBase64(), other.index(), right.hashes(), right.checkpoint()));
                wrong.add(new TlogProof(other.extraBase64(), right.index(), right.hashes(), right.checkpoint()));
                wrong.add(new TlogProof(other.extraBase64(), other.index(), right.hashes(), right.checkpoint()));
                wrong.add(new TlogProof(right.extraBase64(), right.index(), other.hashes(), right.checkpoint()));
            }
        }
        for (int i = 0; i < right.hashes().size(); i++) {
            List<NodeHash> without = new ArrayList<>(right.hashes());
            without.remove(i);
            wrong.add(withHashes(right, without));
            List<NodeHash> doubled = new ArrayList<>(right.hashes());
            doubled.add(i, right.hashes().get(i));
            wrong.add(withHashes(right, doubled));
            List<NodeHash> swapped = new ArrayList<>(right.hashes());
            Collections.swap(swapped, i, (i + 1) % swapped.size());
            wrong.add(withHashes(right, swapped));
            for (int bit = 0; bit < 256; bit += 5) {
                byte[] bytes = right.hashes().get(i).bytes();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                List<NodeHash> flipped = new ArrayList<>(right.hashes());
                flipped.set(i, NodeHash.of(bytes));
                wrong.add(withHashes(right, flipped));
            }
        }
        assertThat(wrong).hasSizeGreaterThan(1_500);
        for (TlogProof proof : wrong) {
            assertThat(proven(proof.text())).as(proof.text()).isFalse();
        }
    }

    @Test
    void a_step_that_was_changed_under_its_hash_is_refused() {
        StepStatement right = JOURNAL.statement(44);
        ChainEntry entry = right.entry();
        EntryContent other = EntryContent.of("{\"conversation\":\"c9\"}".getBytes(StandardCharsets.UTF_8));
        EntryContent under = new EntryContent(
                EntryContent.Kind.FACT,
                "{\"conversation\":\"c9\"}",
                entry.content().digest());
        for (EntryContent content : List.of(other, under)) {
            ChainEntry changed =
                    new ChainEntry(entry.position(), entry.event(), entry.journalledAt(), content, entry.hash());
            assertThat(fault(new StepStatement(right.organisation(), right.previous(), changed)))
                    .isEqualTo(ProofFault.STEP_CHANGED);
        }
        assertThat(fault(new StepStatement(right.organisation(), entry.hash(), entry)))
                .as("another hash before it")
                .isEqualTo(ProofFault.STEP_CHANGED);
        assertThat(fault(new StepStatement(new Organisation("other"), right.previous(), entry)))
                .isEqualTo(ProofFault.OTHER_JOURNAL);
    }

    /** A tree that does not follow the chain; only the journal itself could sign one. */
    @Test
    void a_step_at_another_leaf_than_its_place_is_refused() {
        NodeHash other = NodeHash.ofLeaf(new byte[32]);
        NodeHash root = NodeHash.ofChildren(other, JOURNAL.entries().get(0).leaf());
        String note = JOURNAL.note(new TreeCheckpoint(JOURNAL.noteKey().name(), 2, root).text());
        String proof = TlogProof.of(JOURNAL.statement(1).bytes(), 1, List.of(other), note)
                .text();

        assertThat(proven(proof)).isFalse();
        assertThat(VERIFIER.step(proof).fault()).contains(ProofFault.OUT_OF_PLACE);
    }

    /** Somebody with the store can make a whole journal anew, but not sign it. */
    @Test
    void a_forked_journal_or_one_of_another_organisation_proves_nothing() {
        SignedTrees stranger = SignedTrees.of(300, CheckpointSigningKey.generate());
        SignedTrees other = SignedTrees.of(new Organisation("other"), 300, KEY);
        for (SignedTrees journal : List.of(stranger, other)) {
            assertThat(proven(journal.proof(44).text())).isFalse();
            assertThat(VERIFIER.step(journal.proof(44).text()).fault()).contains(ProofFault.NOT_SIGNED);
        }
        for (int size = 1; size < 300; size += 13) {
            SignedTrees forked = SignedTrees.of(size, KEY);
            forked.append(List.of(draft("c9", 1), draft("c9", 2)));
            TlogProof proof = forked.proof(size + 1);
            TlogProof mixed = new TlogProof(
                    proof.extraBase64(), proof.index(), JOURNAL.proof(size + 1).hashes(), JOURNAL.note());
            assertThat(proven(mixed.text())).as("forked after %s", size).isFalse();
        }
    }

    @Test
    void proofs_of_a_former_key_hold_while_the_policy_keeps_it() {
        CheckpointSigningKey next = CheckpointSigningKey.generate();
        NoteKey present = SignedTrees.of(1, next).noteKey();
        TrustPolicy both = new TrustPolicy(List.of(JOURNAL.noteKey(), present));
        String proof = JOURNAL.proof(44).text();

        assertThat(new StepProofVerifier(both).step(proof).fault()).isEmpty();
        assertThat(new StepProofVerifier(new TrustPolicy(List.of(present)))
                        .step(proof)
                        .fault())
                .contains(ProofFault.NOT_SIGNED);
        assertThat(TrustPolicy.parse(both.text())).isEqualTo(both);
    }

    @Test
    void a_later_journal_continues_each_earlier_one_and_no_forked_one() {
        String note = JOURNAL.note();
        for (int size : List.of(1, 2, 3, 100, 255, 256, 257, 299, 300)) {
            String earlier = SignedTrees.of(size, KEY).note();
            ConsistencyProof proof = JOURNAL.consistency(size);
            assertThat(VERIFIER.consistency(proof.text(), earlier))
                    .as("since %s", size)
                    .isEmpty();
            if (size < 300) {
                SignedTrees forked = SignedTrees.of(size - 1, KEY);
                forked.append(List.of(draft("c9", 1)));
                assertThat(VERIFIER.consistency(proof.text(), forked.note()))
                        .as("forked at %s", size)
                        .contains(ProofFault.NOT_CONTINUED);
                assertThat(VERIFIER.consistency(
                                proof.text(), SignedTrees.of(size + 1, KEY).note()))
                        .contains(ProofFault.OTHER_BEGIN);
            }
            for (int hash = 0; hash < proof.hashes().size(); hash++) {
                List<NodeHash> without = new ArrayList<>(proof.hashes());
                without.remove(hash);
                assertThat(VERIFIER.consistency(new ConsistencyProof(size, without, note).text(), earlier))
                        .contains(ProofFault.NOT_CONTINUED);
            }
        }
        String proof = JOURNAL.consistency(100).text();
        assertThat(VERIFIER.consistency(
                        proof,
                        SignedTrees.of(100, CheckpointSigningKey.generate()).note()))
                .contains(ProofFault.NOT_SIGNED);
        assertThat(VERIFIER.consistency(proof.replaceFirst("old 100", "old 0100"), note))
                .contains(ProofFault.NOT_A_PROOF);
    }

    private static ProofFault fault(StepStatement statement) {
        TlogProof right = JOURNAL.proof(44);
        String proof = TlogProof.of(statement.bytes(), right.index(), right.hashes(), right.checkpoint())
                .text();
        assertThat(proven(proof)).isFalse();
        return VERIFIER.step(proof).fault().orElseThrow();
    }

    private static TlogProof withHashes(TlogProof proof, List<NodeHash> hashes) {
        return new TlogProof(proof.extraBase64(), proof.index(), hashes, proof.checkpoint());
    }

    /** Asks both verifiers, which must agree. */
    private static boolean proven(String proof) {
        boolean ours = VERIFIER.step(proof).fault().isEmpty();
        assertThat(SpecVerifier.proves(proof, NAME))
                .as("both verifiers on %s", proof)
                .isEqualTo(ours);
        return ours;
    }
}
