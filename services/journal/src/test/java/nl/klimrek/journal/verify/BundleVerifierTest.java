package nl.klimrek.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.SignedTrees;
import nl.klimrek.journal.export.BundleReader.BrokenBundleException;
import nl.klimrek.journal.export.BundleSource;
import nl.klimrek.journal.merkle.Tile;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.verify.BundleVerifier.BundleResult;
import org.junit.jupiter.api.Test;

/** Bundles with one change each, of which none may verify, and bundles that somebody made to do harm. */
class BundleVerifierTest {

    private static final CheckpointSigningKey KEY = CheckpointSigningKey.generate();
    private static final SignedTrees JOURNAL = SignedTrees.of(300, KEY);
    private static final byte[] BUNDLE = JOURNAL.bundle();
    private static final int BLOCK = 512;

    @Test
    void bundles_of_many_sizes_verify() throws IOException {
        for (int size : List.of(0, 1, 2, 255, 256, 257, 511, 512, 513)) {
            BundleResult result = check(SignedTrees.of(size, KEY).bundle());
            assertThat(result.journal().fault()).as("%s", size).isEmpty();
            assertThat(result.journal().entries()).isEqualTo(size);
            assertThat(result.signed().tree().size()).isEqualTo(size);
        }
    }

    @Test
    void a_bundle_whose_pages_fill_a_tile_of_the_second_level_verifies() throws IOException {
        BundleResult result = check(SignedTrees.of(65_536 + 300, KEY).bundle());

        assertThat(result.journal().fault()).isEmpty();
        assertThat(result.journal().entries()).isEqualTo(65_836);
    }

    @Test
    void no_byte_of_a_bundle_can_be_changed() {
        byte[] small = SignedTrees.of(3, KEY).bundle();
        Random random = new Random(4);
        for (int at = random.nextInt(3); at < small.length; at += 3) {
            assertThat(isSound(changed(small, at, random))).as("byte %s", at).isFalse();
        }
        for (int probe = 0; probe < 200; probe++) {
            int at = random.nextInt(BUNDLE.length);
            assertThat(isSound(changed(BUNDLE, at, random))).as("byte %s", at).isFalse();
        }
    }

    @Test
    void a_bundle_that_was_cut_or_prolonged_does_not_verify() {
        for (int length = 0; length < BUNDLE.length; length += 2_000) {
            assertThat(isSound(Arrays.copyOf(BUNDLE, length)))
                    .as("first %s bytes", length)
                    .isFalse();
        }
        assertThat(isSound(Arrays.copyOf(BUNDLE, BUNDLE.length - 1))).isFalse();
        assertThat(isSound(Arrays.copyOf(BUNDLE, BUNDLE.length + 1))).isFalse();
        assertThat(isSound(Arrays.copyOf(BUNDLE, BUNDLE.length + BLOCK))).isFalse();
    }

    @Test
    void no_file_can_be_left_out_repeated_or_moved() {
        List<byte[]> files = TarFiles.split(BUNDLE);
        assertThat(files).hasSize(11);
        for (int file = 0; file < files.size(); file++) {
            List<byte[]> without = new ArrayList<>(files);
            byte[] moved = without.remove(file);
            assertThat(isSound(TarFiles.join(without))).as("without %s", file).isFalse();
            List<byte[]> doubled = new ArrayList<>(files);
            doubled.add(file, moved);
            assertThat(isSound(TarFiles.join(doubled))).as("%s twice", file).isFalse();
            List<byte[]> last = new ArrayList<>(without);
            last.add(moved);
            assertThat(file == files.size() - 1 || !isSound(TarFiles.join(last)))
                    .as("%s last", file)
                    .isTrue();
        }
    }

    @Test
    void the_first_broken_entry_is_named() throws IOException {
        String text = new String(BUNDLE, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\"position\":270,");
        byte[] changed = BUNDLE.clone();
        changed[text.indexOf("\"actor\":\"anna\"", at) + 9] = 'b';

        assertThat(check(changed).journal().fault()).contains(new ChainFault(270, Reason.HASH_DIFFERS));
        assertThat(check(changed).journal().entries()).isEqualTo(269);
    }

    /** The service leaves out what is damaged, so that the reader of the bundle sees the damage. */
    @Test
    void a_missing_entry_and_a_tile_that_differs_are_named() throws IOException {
        byte[] without = JOURNAL.bundle(new Damaged() {
            @Override
            public List<ChainEntry> entries(long from, long to) {
                return super.entries(from, to).stream()
                        .filter(entry -> entry.position() != 100)
                        .toList();
            }
        });
        assertThat(check(without).journal().fault()).contains(new ChainFault(100, Reason.OUT_OF_PLACE));

        byte[] otherTile = JOURNAL.bundle(new Damaged() {
            @Override
            public Optional<Tile> tile(int level, long index) {
                return level == 0 && index == 0
                        ? Optional.of(Tile.of(0, 0, new byte[Tile.WIDTH * 32]))
                        : super.tile(level, index);
            }
        });
        assertThat(brokenAt(otherTile)).isEqualTo("klimrek-journal/tile/0/000");
        byte[] noTile = JOURNAL.bundle(new Damaged() {
            @Override
            public Optional<Tile> tile(int level, long index) {
                return Optional.empty();
            }
        });
        assertThat(brokenAt(noTile)).isEqualTo("klimrek-journal/tile/0/000");
    }

    @Test
    void keys_that_the_reader_had_before_decide_and_not_those_in_the_bundle() throws IOException {
        CheckpointSigningKey stranger = CheckpointSigningKey.generate();
        byte[] forged = SignedTrees.of(300, stranger).bundle();

        assertThat(check(forged).journal().verified()).as("by its own keys").isTrue();
        assertThat(brokenAt(forged, JOURNAL.policy(), List.of())).isEqualTo("klimrek-journal/checkpoint");
        TrustPolicy both = new TrustPolicy(List.of(SignedTrees.of(1, stranger).noteKey(), JOURNAL.noteKey()));
        assertThat(new BundleVerifier(in(BUNDLE))
                        .verify(Optional.of(both), List.of())
                        .journal()
                        .verified())
                .as("a former key stays accepted")
                .isTrue();
    }

    @Test
    void a_bundle_must_continue_an_earlier_checkpoint() throws IOException {
        String earlier = SignedTrees.of(250, KEY).note();
        SignedTrees other = SignedTrees.of(249, KEY);
        other.append(List.of(EventFixture.draft("c9", 1)));

        assertThat(verify(BUNDLE, List.of(earlier)).journal().fault()).isEmpty();
        assertThat(verify(BUNDLE, List.of(other.note())).journal().fault())
                .contains(new ChainFault(250, Reason.TREE_DIFFERS));
        assertThat(verify(BUNDLE, List.of(SignedTrees.of(301, KEY).note()))
                        .journal()
                        .fault())
                .contains(new ChainFault(301, Reason.MISSING));
        assertThat(verify(BUNDLE, List.of("no note")).journal().fault())
                .contains(new ChainFault(0, Reason.SIGNATURE_INVALID));
    }

    @Test
    void a_hostile_bundle_ends_with_the_name_of_the_file() {
        for (String name :
                List.of("../../etc/passwd", "/etc/passwd", "klimrek-journal/../x", "", "manifest\u001b[2J")) {
            assertThat(brokenAt(TarFiles.file(name, new byte[3]))).isEqualTo("klimrek-journal/manifest");
        }
        byte[] huge = TarFiles.file("klimrek-journal/manifest", new byte[0]);
        System.arraycopy("77777777777".getBytes(StandardCharsets.US_ASCII), 0, huge, 124, 11);
        assertThat(brokenAt(huge)).isEqualTo("klimrek-journal/manifest");
    }

    /** Ten gigabytes of one line, and as much of a manifest: neither is held in memory. */
    @Test
    void an_endless_line_or_file_ends_with_a_verdict() throws IOException {
        List<byte[]> files = TarFiles.split(BUNDLE);
        byte[] front = TarFiles.joinWithoutEnd(files.subList(0, 4));
        byte[] header = TarFiles.header("klimrek-journal/journal/000.ndjson", 8_000_000_000L);
        byte[] line = "{\"format\":\"klimrek-journal-export\",\"version\":1,\"organisation\":\"demo\"}\n"
                .getBytes(StandardCharsets.UTF_8);

        InputStream endless = new SequenceInputStream(
                Collections.enumeration(List.of(in(front), in(header), in(line), new Endless(2_000_000_000L))));
        BundleResult result = new BundleVerifier(endless).verify(Optional.empty(), List.of());
        assertThat(result.journal().fault()).contains(new ChainFault(1, Reason.NOT_CANONICAL));

        byte[] manifest = TarFiles.header("klimrek-journal/manifest", 8_000_000_000L);
        InputStream large = new SequenceInputStream(in(manifest), new Endless(2_000_000_000L));
        assertThat(catchThrowableOfType(
                                BrokenBundleException.class,
                                () -> new BundleVerifier(large).verify(Optional.empty(), List.of()))
                        .getMessage())
                .isEqualTo("it is larger than any of its kind");
    }

    /** As many zeroes as one likes. */
    private static final class Endless extends InputStream {
        private long rest;

        Endless(long rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            return rest-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (rest <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, rest);
            Arrays.fill(to, offset, offset + count, (byte) '0');
            rest -= count;
            return count;
        }
    }

    /** The content of the journal, of which a test leaves something out. */
    private static class Damaged implements BundleSource {
        @Override
        public List<ChainEntry> entries(long from, long to) {
            return JOURNAL.entries(from, to);
        }

        @Override
        public Optional<Tile> tile(int level, long index) {
            return JOURNAL.tile(level, index);
        }
    }

    private static byte[] changed(byte[] bundle, int at, Random random) {
        byte[] changed = bundle.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    private static boolean isSound(byte[] bundle) {
        try {
            return check(bundle).journal().verified();
        } catch (IOException broken) {
            return false;
        }
    }

    private static String brokenAt(byte[] bundle) {
        return brokenAt(bundle, null, List.of());
    }

    private static String brokenAt(byte[] bundle, TrustPolicy policy, List<String> earlier) {
        return catchThrowableOfType(
                        BrokenBundleException.class,
                        () -> new BundleVerifier(in(bundle)).verify(Optional.ofNullable(policy), earlier))
                .file();
    }

    private static BundleResult check(byte[] bundle) throws IOException {
        return verify(bundle, List.of());
    }

    private static BundleResult verify(byte[] bundle, List<String> earlier) throws IOException {
        return new BundleVerifier(in(bundle)).verify(Optional.empty(), earlier);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
