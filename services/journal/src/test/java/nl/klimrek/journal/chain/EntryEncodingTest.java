package nl.klimrek.journal.chain;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EntryEncodingTest {

    /** Written by hand from FORMAT.md, without the encoder. */
    @Test
    void an_entry_is_hashed_as_the_format_page_says() throws Exception {
        assertHashed("klimrek.journal.entry.v1\n", 0, new byte[0]);
    }

    @Test
    void an_entry_of_a_later_epoch_is_hashed_with_it() throws Exception {
        assertHashed(
                "klimrek.journal.entry.v2\n",
                3,
                ByteBuffer.allocate(8).putLong(3).array());
    }

    private static void assertHashed(String tag, long epoch, byte[] epochBytes) throws Exception {
        NewEntry draft = EventFixture.draft("c1", 7, "e-c1-7", epoch);
        Hash genesis = new Hash(sha256("klimrek.journal.genesis.v1\ndemo".getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag.getBytes(StandardCharsets.UTF_8));
        bytes.write(HexFormat.of().parseHex(genesis.hex()));
        bytes.write(ByteBuffer.allocate(8).putLong(1).array());
        for (String text : new String[] {
            "e-c1-7",
            "nl.klimrek.conversations.conversation-planned.v1",
            "/klimrek/conversations",
            "klimrek.conversations.v1",
            "c1"
        }) {
            text(bytes, text);
        }
        bytes.write(ByteBuffer.allocate(8).putLong(7).array());
        bytes.write(epochBytes);
        text(bytes, "2026-11-22T10:14:30.125Z");
        text(bytes, "anna");
        text(bytes, "undertaking-c1");
        bytes.write(new byte[] {-1, -1, -1, -1});
        text(bytes, "anna");
        text(bytes, "2026-11-22T10:15:30.125Z");
        text(bytes, "FACT");
        bytes.write(HexFormat.of()
                .parseHex(sha256("{\"conversation\":\"c1\",\"employee\":\"anna\",\"counterpart\":\"bram\"}"
                        .getBytes(StandardCharsets.UTF_8))));

        assertThat(EntryEncoding.genesis(DEMO)).isEqualTo(genesis);
        assertThat(ChainEntry.after(genesis, 1, draft, NOW).hash().hex()).isEqualTo(sha256(bytes.toByteArray()));
    }

    @Test
    void a_character_that_moves_to_the_next_field_changes_the_hash() {
        RecordedEvent one = step("ab", "c");
        RecordedEvent other = step("a", "bc");
        EntryContent content = EntryContent.erasure();
        Hash genesis = EntryEncoding.genesis(DEMO);

        assertThat(EntryEncoding.hash(genesis, 1, one, NOW, content))
                .isNotEqualTo(EntryEncoding.hash(genesis, 1, other, NOW, content));
    }

    @Test
    void an_absent_field_is_not_an_empty_one() {
        Hash genesis = EntryEncoding.genesis(DEMO);
        RecordedEvent absent = new RecordedEvent("i", "t", "s", "k", "u", 1, NOW, null, "c", null, "p");
        RecordedEvent empty = new RecordedEvent("i", "t", "s", "k", "u", 1, NOW, "", "c", null, "p");

        assertThat(EntryEncoding.hash(genesis, 1, absent, NOW, EntryContent.erasure()))
                .isNotEqualTo(EntryEncoding.hash(genesis, 1, empty, NOW, EntryContent.erasure()));
    }

    private static RecordedEvent step(String id, String type) {
        return new RecordedEvent(id, type, "s", "k", "u", 1, NOW, "a", "c", null, "p");
    }

    private static void text(ByteArrayOutputStream out, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.write(bytes);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
