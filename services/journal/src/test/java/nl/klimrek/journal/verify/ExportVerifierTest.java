package nl.klimrek.journal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.checkpoint.SignedExports;
import org.junit.jupiter.api.Test;

/** Exports with one small change, each of which must fail. */
class ExportVerifierTest {

    private static final CheckpointSigningKey KEY = CheckpointSigningKey.generate();
    private static final CheckpointSigningKey STRANGER = CheckpointSigningKey.generate();
    private static final List<NewEntry> DRAFTS = Stream.of(
                    draft("c1", 1), draft("c1", 2), draft("c2", 1), draft("c1", 3), draft("c2", 2), draft("c2", 3))
            .toList();
    private static final ChainHead.Extension CHAIN = SignedExports.chain(DRAFTS);
    private static final byte[] EXPORT = SignedExports.of(CHAIN, KEY);

    @Test
    void an_export_as_it_was_made_verifies() throws IOException {
        VerificationResult verdict = check(EXPORT);

        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(6);
        assertThat(verdict.head()).isEqualTo(CHAIN.head().hash().hex());
        assertThat(verdict.keyId()).isEqualTo(KEY.id());
    }

    @Test
    void the_export_of_an_empty_journal_verifies() throws IOException {
        assertThat(check(SignedExports.of(SignedExports.chain(List.of()), KEY)).fault())
                .isEmpty();
    }

    @Test
    void no_single_byte_can_be_changed() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < EXPORT.length; i++) {
            byte[] changed = EXPORT.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            assertThat(check(changed).verified())
                    .as("byte %s of %s", i, EXPORT.length)
                    .isFalse();
        }
    }

    @Test
    void no_byte_can_be_left_out_or_put_in() throws IOException {
        Random random = new Random(2);
        for (int probe = 0; probe < 600; probe++) {
            int at = random.nextInt(EXPORT.length);
            byte[] less = join(Arrays.copyOf(EXPORT, at), Arrays.copyOfRange(EXPORT, at + 1, EXPORT.length));
            byte[] more = join(
                    Arrays.copyOf(EXPORT, at),
                    new byte[] {(byte) random.nextInt(128)},
                    Arrays.copyOfRange(EXPORT, at, EXPORT.length));
            assertThat(check(less).verified()).as("without byte %s", at).isFalse();
            assertThat(check(more).verified()).as("with a byte at %s", at).isFalse();
        }
    }

    /** Other texts with the same content; the journal writes none of them. */
    @Test
    void another_text_of_the_same_content_is_refused() throws IOException {
        String text = new String(EXPORT, UTF_8);
        List<String> others = new ArrayList<>(List.of(
                text.replace(".125Z", ".125000Z"),
                text.replace(",\"", ", \""),
                text.replace("\"anna\"", "\"\\u0061nna\""),
                text.replace("\"position\":1,", "\"position\":1.0,"),
                text.replace("\n", "\r\n"),
                text.replace("\"causation\"", "\"cause\""),
                "\uFEFF" + text,
                text.replace("\"person\":\"anna\"", "\"causation\":null,\"person\":\"anna\""),
                text.replace("\"actor\":\"anna\"", "\"actor\":\"anna\",\"actor\":\"anna\"")));
        others.remove(text);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (String padding : List.of("==\"", "=\"")) {
            int last = text.indexOf(padding, text.indexOf("publicKey")) - 1;
            alphabet.chars()
                    .filter(letter -> letter != text.charAt(last))
                    .forEach(letter -> others.add(text.substring(0, last) + (char) letter + text.substring(last + 1)));
        }

        assertThat(others).hasSizeGreaterThan(130);
        for (String other : others) {
            assertThat(check(other.getBytes(UTF_8)).verified()).as(other).isFalse();
        }
    }

    @Test
    void an_incomplete_export_does_not_verify() throws IOException {
        for (int length = 0; length < EXPORT.length; length += 7) {
            assertThat(check(Arrays.copyOf(EXPORT, length)).verified())
                    .as("first %s bytes", length)
                    .isFalse();
        }
        assertThat(check(Arrays.copyOf(EXPORT, EXPORT.length - 1)).verified())
                .as("without the last newline")
                .isFalse();
    }

    @Test
    void no_line_can_be_removed_repeated_or_moved() throws IOException {
        List<String> lines = new String(EXPORT, UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> removed = new ArrayList<>(lines);
            removed.remove(i);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            List<String> appended = new ArrayList<>(lines);
            appended.add(lines.get(i));
            assertThat(check(removed).verified()).as("without line %s", i).isFalse();
            assertThat(check(doubled).verified()).as("line %s twice", i).isFalse();
            assertThat(check(appended).verified()).as("line %s at the end", i).isFalse();
            for (int j = i + 1; j < lines.size(); j++) {
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i, j);
                assertThat(check(swapped).verified())
                        .as("lines %s and %s swapped", i, j)
                        .isFalse();
            }
        }
    }

    @Test
    void the_first_broken_entry_is_named() throws IOException {
        String text = new String(EXPORT, UTF_8);
        byte[] edited = text.replaceFirst("\"position\":4(.*?)\\\\\"bram\\\\\"", "\"position\":4$1\\\\\"brom\\\\\"")
                .getBytes(UTF_8);
        assertThat(edited).isNotEqualTo(EXPORT);

        assertThat(check(edited).fault()).hasValueSatisfying(broken -> {
            assertThat(broken.position()).isEqualTo(4);
            assertThat(broken.reason()).isEqualTo(Reason.CONTENT_CHANGED);
        });
    }

    /** Somebody who edits an entry can recompute all later hashes, but not sign the last one. */
    @Test
    void a_chain_that_was_recomputed_after_an_edit_fails() throws IOException {
        for (int i = 0; i < DRAFTS.size(); i++) {
            ChainHead.Extension forged = forgedAt(i);
            byte[] oldEnd = SignedExports.of(forged.entries(), SignedExports.sign(CHAIN.head(), KEY), KEY.publicKey());
            Checkpoint signed = SignedExports.sign(CHAIN.head(), KEY);
            Checkpoint newEnd = new Checkpoint(
                    signed.position(),
                    forged.head().hash().hex(),
                    signed.algorithm(),
                    signed.keyId(),
                    signed.signature(),
                    signed.at());

            assertThat(reason(check(oldEnd))).as("entry %s", i).isEqualTo(Reason.CHECKPOINT_DIFFERS);
            assertThat(reason(check(SignedExports.of(forged.entries(), newEnd, KEY.publicKey()))))
                    .isEqualTo(Reason.SIGNATURE_INVALID);
        }
    }

    @Test
    void a_chain_that_a_stranger_signed_fails_against_the_expected_key_and_published_checkpoints() throws IOException {
        byte[] strangers = SignedExports.of(forgedAt(2), STRANGER);
        Map<String, List<PublishedCheckpoint>> published = Map.of("demo", List.of(witness(CHAIN.head())));

        assertThat(reason(new ExportVerifier(Optional.of(KEY.id()), Map.of()).verify(in(strangers))))
                .isEqualTo(Reason.KEY_DIFFERS);
        assertThat(reason(new ExportVerifier(Optional.empty(), published).verify(in(strangers))))
                .isEqualTo(Reason.CHECKPOINT_DIFFERS);
    }

    @Test
    void a_stranger_cannot_sign_under_the_id_of_our_key() throws IOException {
        Checkpoint strange = SignedExports.sign(CHAIN.head(), STRANGER);
        Checkpoint renamed = new Checkpoint(
                strange.position(), strange.head(), strange.algorithm(), KEY.id(), strange.signature(), strange.at());

        assertThat(reason(check(SignedExports.of(CHAIN.entries(), renamed, STRANGER.publicKey()))))
                .isEqualTo(Reason.SIGNATURE_INVALID);
        assertThat(reason(check(SignedExports.of(CHAIN.entries(), renamed, KEY.publicKey()))))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void a_signature_with_a_further_zero_byte_is_none() throws IOException {
        Checkpoint signed = SignedExports.sign(CHAIN.head(), KEY);
        byte[] longer = Arrays.copyOf(Base64.getDecoder().decode(signed.signature()), 65);
        Checkpoint other = new Checkpoint(
                signed.position(),
                signed.head(),
                signed.algorithm(),
                signed.keyId(),
                Base64.getEncoder().encodeToString(longer),
                signed.at());

        assertThat(reason(check(SignedExports.of(CHAIN.entries(), other, KEY.publicKey()))))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void an_older_export_fails_against_the_published_checkpoints() throws IOException {
        byte[] older = SignedExports.of(SignedExports.chain(DRAFTS.subList(0, 4)), KEY);
        Map<String, List<PublishedCheckpoint>> published = Map.of("demo", List.of(witness(CHAIN.head())));

        assertThat(check(older).verified()).isTrue();
        assertThat(new ExportVerifier(Optional.empty(), published)
                        .verify(in(older))
                        .fault())
                .hasValueSatisfying(broken -> {
                    assertThat(broken.position()).isEqualTo(5);
                    assertThat(broken.reason()).isEqualTo(Reason.MISSING);
                });
    }

    @Test
    void matching_published_checkpoints_are_counted_and_those_of_other_organisations_ignored() throws IOException {
        PublishedCheckpoint half =
                witness(SignedExports.chain(DRAFTS.subList(0, 3)).head());
        PublishedCheckpoint other = new PublishedCheckpoint(99, "00".repeat(32), KEY.id(), "AA==");

        VerificationResult verdict = new ExportVerifier(
                        Optional.of(KEY.id()),
                        Map.of("demo", List.of(half, witness(CHAIN.head())), "other", List.of(other)))
                .verify(in(EXPORT));

        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.publishedCheckpoints()).isEqualTo(2);
    }

    @Test
    void a_published_checkpoint_whose_signature_is_not_valid_fails() throws IOException {
        PublishedCheckpoint real = witness(CHAIN.head());
        PublishedCheckpoint forged = new PublishedCheckpoint(
                real.position(),
                real.head(),
                real.keyId(),
                SignedExports.sign(CHAIN.head(), STRANGER).signature());

        assertThat(reason(new ExportVerifier(Optional.empty(), Map.of("demo", List.of(forged))).verify(in(EXPORT))))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    private static ChainHead.Extension forgedAt(int index) {
        List<NewEntry> drafts = new ArrayList<>(DRAFTS);
        drafts.set(index, draft("c9", 1));
        return SignedExports.chain(drafts);
    }

    private static PublishedCheckpoint witness(ChainHead head) {
        Checkpoint signed = SignedExports.sign(head, KEY);
        return new PublishedCheckpoint(signed.position(), signed.head(), signed.keyId(), signed.signature());
    }

    private static Reason reason(VerificationResult verdict) {
        return verdict.fault().orElseThrow().reason();
    }

    private static VerificationResult check(byte[] export) throws IOException {
        return new ExportVerifier(Optional.empty(), Map.of()).verify(in(export));
    }

    private static VerificationResult check(List<String> lines) throws IOException {
        return check((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = new byte
                [IntStream.range(0, parts.length).map(i -> parts[i].length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
