package nl.klimrek.journal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainFault;
import nl.klimrek.journal.chain.ChainFault.Reason;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.EventFixture;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.checkpoint.Checkpoint;
import nl.klimrek.journal.checkpoint.CheckpointSigningKey;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import nl.klimrek.journal.checkpoint.SignedExports;
import nl.klimrek.journal.resume.ResumedChains;
import org.junit.jupiter.api.Test;

/** Exports of chains that were restored from a backup, beside what was published before and after. */
class ResumedExportTest {

    private static final CheckpointSigningKey KEY = CheckpointSigningKey.generate();
    private static final CheckpointSigningKey STRANGER = CheckpointSigningKey.generate();

    /** The chain before the restore: ten entries, published at 3, 6, 8 and 10. */
    private static final ChainHead.Extension BEFORE = SignedExports.chain(drafts(1, 10));

    private static final List<PublishedCheckpoint> PUBLISHED_BEFORE =
            List.of(published(head(3)), published(head(6)), published(head(8)), published(head(10)));

    @Test
    void verification_says_where_the_chain_was_resumed_and_what_was_lost() throws IOException {
        ChainHead.Extension resumed = resumed(6, KEY, drafts(7, 12));

        VerificationResult result = verify(resumed, with(published(resumed.head())));

        assertThat(result.fault()).isEmpty();
        assertThat(result.entries()).isEqualTo(13);
        assertThat(result.resumptions()).singleElement().satisfies(resumption -> {
            assertThat(resumption.position()).isEqualTo(7);
            assertThat(resumption.statement().lostFrom()).isEqualTo(7);
            assertThat(resumption.statement().lostTo()).isEqualTo(10);
            assertThat(resumption.statement().publishedHead())
                    .isEqualTo(BEFORE.head().hash().hex());
        });
    }

    @Test
    void a_resumed_chain_that_is_shorter_than_the_lost_one_verifies() throws IOException {
        assertThat(verify(resumed(6, KEY, List.of()), PUBLISHED_BEFORE).fault()).isEmpty();
        assertThat(verify(resumed(0, KEY, List.of()), PUBLISHED_BEFORE).fault()).isEmpty();
    }

    @Test
    void a_chain_that_was_cut_without_a_resume_entry_fails() throws IOException {
        ChainHead.Extension cut = SignedExports.chain(drafts(1, 6));
        assertThat(reason(verify(cut, PUBLISHED_BEFORE))).isEqualTo(Reason.MISSING);

        ChainHead.Extension continued = cut.head().extend(drafts(7, 12), Map.of(), EventFixture.NOW.plusSeconds(60));
        assertThat(reason(verify(joined(cut, continued), PUBLISHED_BEFORE))).isEqualTo(Reason.CHECKPOINT_DIFFERS);
    }

    @Test
    void a_resume_entry_of_a_stranger_explains_nothing() throws IOException {
        assertThat(reason(verify(resumed(6, STRANGER, drafts(7, 12)), PUBLISHED_BEFORE)))
                .isEqualTo(Reason.KEY_DIFFERS);
    }

    @Test
    void what_was_published_after_a_resume_entry_must_be_in_the_chain() throws IOException {
        ChainHead.Extension resumed = resumed(6, KEY, drafts(7, 9));
        ChainHead.Extension cutAgain = resumed(6, KEY, drafts(7, 8));
        ChainHead.Extension changed = resumed(6, KEY, drafts(8, 10));

        assertThat(reason(verify(cutAgain, with(published(resumed.head()))))).isEqualTo(Reason.MISSING);
        assertThat(reason(verify(changed, with(published(resumed.head()))))).isEqualTo(Reason.CHECKPOINT_DIFFERS);
    }

    @Test
    void a_late_checkpoint_of_the_lost_chain_is_reported() throws IOException {
        List<PublishedCheckpoint> published = new ArrayList<>(PUBLISHED_BEFORE);
        ChainHead.Extension resumed = resumed(6, KEY, drafts(7, 12));
        published.add(published(SignedExports.chain(drafts(1, 9)).head()));

        assertThat(reason(verify(resumed, published))).isEqualTo(Reason.CHECKPOINT_DIFFERS);
    }

    @Test
    void what_was_published_after_the_named_checkpoint_must_be_in_the_chain() throws IOException {
        ChainHead restored = head(2);
        ChainHead.Extension resumed = ResumedChains.of(
                BEFORE.entries().subList(0, 2),
                restored,
                ResumedChains.lost(restored, 3, published(head(6))),
                KEY,
                drafts(3, 12));

        assertThat(verify(resumed, PUBLISHED_BEFORE).fault()).hasValue(new ChainFault(8, Reason.CHECKPOINT_DIFFERS));
    }

    @Test
    void a_second_restore_to_before_the_first_is_explained_by_its_own_entry() throws IOException {
        ChainHead.Extension first = resumed(6, KEY, drafts(7, 9));
        List<PublishedCheckpoint> published = with(published(first.head()));
        ChainHead.Extension second = ResumedChains.of(
                BEFORE.entries().subList(0, 4),
                head(4),
                ResumedChains.lost(head(4), 5, published(first.head())),
                KEY,
                drafts(5, 12));

        assertThat(verify(second, published).fault()).isEmpty();
    }

    @Test
    void a_chain_that_was_appended_to_before_it_was_resumed_verifies_with_its_fork_named() throws IOException {
        ChainHead.Extension kept = SignedExports.chain(drafts(1, 6));
        ChainHead.Extension fork = kept.head().extend(drafts(7, 14), Map.of(), EventFixture.NOW.plusSeconds(60));
        List<ChainEntry> entries = joined(kept, fork).entries();
        ChainHead.Extension resumed = ResumedChains.of(
                entries, fork.head(), ResumedChains.lost(fork.head(), 7, published(head(10))), KEY, drafts(15, 16));

        VerificationResult result = verify(resumed, PUBLISHED_BEFORE);

        assertThat(result.fault()).isEmpty();
        assertThat(result.resumptions())
                .extracting(PublishedHistory.Resumption::position)
                .containsExactly(15L);
    }

    @Test
    void a_resume_entry_is_valid_only_where_it_was_made() throws IOException {
        ChainHead.Extension resumed = resumed(6, KEY, drafts(7, 12));
        ChainEntry entry = resumed.entries().get(6);
        NewEntry copy = new NewEntry(entry.event(), entry.content(), timelines(entry));
        ChainHead.Extension elsewhere = joined(
                SignedExports.chain(drafts(1, 5)),
                head(5).extend(List.of(copy), Map.of(), EventFixture.NOW.plusSeconds(60)));

        assertThat(reason(verify(elsewhere, PUBLISHED_BEFORE))).isEqualTo(Reason.RESUME_INVALID);
    }

    @Test
    void no_part_of_a_resume_entry_can_be_changed() throws IOException {
        String data = resumed(6, KEY, List.of()).entries().get(6).content().data();
        for (String changed : List.of(
                data.replace("\"lostTo\":10", "\"lostTo\":99"),
                data.replace("\"lostFrom\":7", "\"lostFrom\":3"),
                data.replace("\"published\":10", "\"published\":9"),
                data.replace("\"after\":6", "\"after\":5"),
                data.replace("\"publicKey\":\"", "\"publicKey\":\"A"),
                data.replace("\"signature\":\"", "\"signature\":\"A"),
                data.replace("}", " }"),
                "{}",
                "[]")) {
            assertThat(changed).isNotEqualTo(data);
            assertThat(reason(verify(withData(changed), PUBLISHED_BEFORE)))
                    .as(changed)
                    .isEqualTo(Reason.RESUME_INVALID);
        }
        assertThat(verify(withData(data), PUBLISHED_BEFORE).fault()).isEmpty();
    }

    /** The type is in no catalogue, so the journal keeps no data of such an event. */
    @Test
    void an_event_from_a_topic_under_the_type_of_a_resume_entry_is_none() throws IOException {
        ChainEntry entry = resumed(6, KEY, List.of()).entries().get(6);
        NewEntry forged = new NewEntry(
                entry.event(), EntryContent.ofUnknownType(entry.content().data().getBytes(UTF_8)), timelines(entry));
        ChainHead.Extension chain =
                joined(SignedExports.chain(drafts(1, 6)), head(6).extend(List.of(forged), Map.of(), EventFixture.NOW));

        VerificationResult result = verify(chain, List.of());

        assertThat(result.fault()).isEmpty();
        assertThat(result.resumptions()).isEmpty();
    }

    private static ChainHead.Extension withData(String data) {
        ChainEntry entry = resumed(6, KEY, List.of()).entries().get(6);
        NewEntry changed = new NewEntry(entry.event(), EntryContent.of(data.getBytes(UTF_8)), timelines(entry));
        return joined(SignedExports.chain(drafts(1, 6)), head(6).extend(List.of(changed), Map.of(), EventFixture.NOW));
    }

    private static Set<TimelineKey> timelines(ChainEntry entry) {
        return Set.of(new TimelineKey(TimelineKey.Kind.SUBJECT, entry.event().subject()));
    }

    private static ChainHead.Extension resumed(int after, CheckpointSigningKey key, List<NewEntry> continued) {
        ChainHead restored = head(after);
        return ResumedChains.of(
                BEFORE.entries().subList(0, after),
                restored,
                ResumedChains.lost(restored, after + 1, published(head(10))),
                key,
                continued);
    }

    private static ChainHead.Extension joined(ChainHead.Extension one, ChainHead.Extension other) {
        List<ChainEntry> all = new ArrayList<>(one.entries());
        all.addAll(other.entries());
        return new ChainHead.Extension(other.head(), all, Map.of(), List.of());
    }

    private static ChainHead head(int size) {
        return SignedExports.chain(drafts(1, size)).head();
    }

    private static List<NewEntry> drafts(int from, int to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> draft("c1", sequence))
                .toList();
    }

    private static List<PublishedCheckpoint> with(PublishedCheckpoint later) {
        List<PublishedCheckpoint> published = new ArrayList<>(PUBLISHED_BEFORE);
        published.add(later);
        return published;
    }

    private static PublishedCheckpoint published(ChainHead head) {
        Checkpoint signed = SignedExports.sign(head, KEY);
        return new PublishedCheckpoint(signed.position(), signed.head(), signed.keyId(), signed.signature());
    }

    private static Reason reason(VerificationResult result) {
        return result.fault().orElseThrow().reason();
    }

    private static VerificationResult verify(ChainHead.Extension chain, List<PublishedCheckpoint> published)
            throws IOException {
        byte[] export = SignedExports.of(chain, KEY);
        return new ExportVerifier(Optional.empty(), Map.of(DEMO.value(), published))
                .verify(new ByteArrayInputStream(export));
    }
}
