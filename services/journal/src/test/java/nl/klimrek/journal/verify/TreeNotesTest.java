package nl.klimrek.journal.verify;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.merkle.CompactRange;
import nl.klimrek.journal.merkle.NodeHash;
import nl.klimrek.journal.note.NoteKey;
import nl.klimrek.journal.note.SignedNote;
import nl.klimrek.journal.note.TreeCheckpoint;
import org.junit.jupiter.api.Test;

class TreeNotesTest {

    private static final String ORIGIN = "klimrek.example/journal/demo";
    private static final List<ChainEntry> CHAIN = ChainHead.empty(DEMO)
            .extend(
                    LongStream.rangeClosed(1, 9)
                            .mapToObj(sequence -> draft("c1", sequence))
                            .toList(),
                    Map.of(),
                    EventFixture.NOW)
            .entries();

    private final CheckpointSigningKey former = CheckpointSigningKey.generate();
    private final CheckpointSigningKey present = CheckpointSigningKey.generate();

    @Test
    void roots_that_were_signed_by_a_former_and_the_present_key_agree() {
        List<String> notes = List.of(note(former, ORIGIN, 3, root(3)), note(present, ORIGIN, 9, root(9)));

        assertThat(fault(notes, former, present)).isEmpty();
        assertThat(fault(notes, present))
                .as("without the former key")
                .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo(Reason.SIGNATURE_INVALID));
    }

    @Test
    void another_root_is_a_fault_at_its_size() {
        assertThat(fault(List.of(note(present, ORIGIN, 5, root(6))), present))
                .contains(new ChainFault(5, Reason.TREE_DIFFERS));
        assertThat(fault(List.of(note(present, ORIGIN, 5, root(5)), note(present, ORIGIN, 5, root(6))), present))
                .contains(new ChainFault(5, Reason.TREE_DIFFERS));
    }

    @Test
    void a_root_of_more_entries_means_that_some_are_missing() {
        assertThat(fault(List.of(note(present, ORIGIN, 10, root(9))), present))
                .contains(new ChainFault(10, Reason.MISSING));
    }

    @Test
    void a_note_of_another_organisation_or_that_is_none_is_a_fault() {
        for (String note : List.of(
                note(present, "klimrek.example/journal/other", 9, root(9)),
                note(present, ORIGIN, 9, root(9)).replace("\n9\n", "\n8\n"),
                "no note")) {
            assertThat(fault(List.of(note), present)).contains(new ChainFault(0, Reason.SIGNATURE_INVALID));
        }
    }

    private static Optional<ChainFault> fault(List<String> texts, CheckpointSigningKey... keys) {
        TreeNotes notes = new TreeNotes(
                texts,
                List.of(keys).stream()
                        .flatMap(key -> List.of(key(key, ORIGIN), key(key, "klimrek.example/journal/other")).stream())
                        .toList());
        Optional<ChainFault> fault = notes.begin(DEMO);
        for (ChainEntry entry : CHAIN) {
            if (fault.isEmpty()) {
                fault = notes.add(entry);
            }
        }
        return fault.isPresent() ? fault : notes.end();
    }

    private static NodeHash root(int size) {
        CompactRange tree = new CompactRange();
        CHAIN.subList(0, size).forEach(entry -> tree.append(entry.leaf()));
        return tree.root();
    }

    private static String note(CheckpointSigningKey key, String origin, long size, NodeHash root) {
        String text = new TreeCheckpoint(origin, size, root).text();
        byte[] signature = Base64.getDecoder().decode(key.sign(text.getBytes(StandardCharsets.UTF_8)));
        return SignedNote.write(text, key(key, origin), signature);
    }

    private static NoteKey key(CheckpointSigningKey key, String origin) {
        return NoteKey.of(origin, Base64.getDecoder().decode(key.publicKey()));
    }
}
