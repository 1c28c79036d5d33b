package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static nl.klimrek.journal.chain.EventFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.SequenceConflict;
import nl.klimrek.journal.chain.StreamGap;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.store.entry.ForkedChainException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The guarantees of the journal's store, on any engine. */
abstract class JournalStoreSuite extends StoreFixture {

    @Test
    void appended_events_are_in_the_chain_once_and_in_order() {
        ChainHead head = journal().append(DEMO, drafts("c1", 1, 40));

        assertThat(head.position()).isEqualTo(40);
        assertThat(chain(DEMO))
                .extracting(entry -> entry.event().sequence())
                .containsExactlyElementsOf(sequences(1, 40));
    }

    @Test
    void a_repeated_event_is_dropped() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 10));
        journal.append(DEMO, drafts("c1", 5, 15));
        journal.append(DEMO, List.of(draft("c1", 16), draft("c1", 16)));

        assertThat(chain(DEMO))
                .extracting(entry -> entry.event().sequence())
                .containsExactlyElementsOf(sequences(1, 16));
    }

    @Test
    void a_large_append_is_split_into_batches() {
        journal().append(DEMO, drafts("c1", 1, 2_300));

        assertThat(chain(DEMO)).hasSize(2_300);
    }

    @Test
    void each_organisation_has_a_chain_of_its_own() {
        Organisation other = new Organisation("other");
        journal().append(DEMO, drafts("c1", 1, 3));
        journal().append(other, drafts("c1", 1, 3));

        assertThat(chain(DEMO)).hasSize(3);
        assertThat(chain(other)).hasSize(3);
        assertThat(chain(other).get(0).hash()).isNotEqualTo(chain(DEMO).get(0).hash());
    }

    @Test
    void a_missing_number_is_listed_until_it_arrives() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 3));
        journal.append(DEMO, drafts("c1", 6, 6));
        assertThat(journal().head(DEMO).gaps().open())
                .singleElement()
                .satisfies(gap -> assertThat(List.of(gap.from(), gap.to())).containsExactly(4L, 5L));

        journal.append(DEMO, drafts("c1", 4, 5));

        assertThat(journal().head(DEMO).gaps().open()).isEmpty();
        assertThat(journal().head(DEMO).gaps().found()).isEqualTo(1);
    }

    @Test
    void a_forged_entry_at_a_later_position_stops_the_journal() {
        journal().append(DEMO, drafts("c1", 1, 3));
        database.getCollection("chain_entries").insertOne(new Document("_id", "demo/4").append("hash", "forged"));

        assertThatThrownBy(() -> journal().append(DEMO, drafts("c1", 4, 4))).isInstanceOf(ForkedChainException.class);
    }

    @Test
    void a_timeline_is_read_in_consecutive_slices() {
        ChainHead head = journal().append(DEMO, woven(5, 90));

        for (int conversation = 0; conversation < 5; conversation++) {
            TimelineKey subject = new TimelineKey(TimelineKey.Kind.SUBJECT, "c" + conversation);
            TimelineKey undertaking = new TimelineKey(TimelineKey.Kind.CORRELATION, "undertaking-c" + conversation);
            long first = conversation + 1L;
            List<Long> all = LongStream.range(0, 90)
                    .map(round -> first + round * 5)
                    .boxed()
                    .toList();
            assertThat(inParts(head, subject, 7)).isEqualTo(all);
            assertThat(inParts(head, undertaking, 30)).isEqualTo(all);
        }
        assertThat(inParts(head, ANNA, 200)).containsExactlyElementsOf(sequences(1, 450));
    }

    @Test
    void a_timeline_ends_at_the_given_head() {
        JournalStore journal = journal();
        ChainHead head = journal.append(DEMO, drafts("c1", 1, 4));
        journal.append(DEMO, drafts("c1", 5, 9));

        assertThat(inParts(head, ANNA, 3)).containsExactlyElementsOf(sequences(1, 4));
        assertThat(journal.newest(head, ANNA, 2))
                .extracting(ChainEntry::position)
                .containsExactly(4L, 3L);
    }

    @Test
    void a_timeline_continues_after_an_unreadable_entry() {
        ChainHead head = journal().append(DEMO, drafts("c1", 1, 5));
        database.getCollection("chain_entries")
                .updateOne(new Document("_id", "demo/2"), new Document("$set", new Document("hash", "none")));

        assertThat(inParts(head, ANNA, 1)).containsExactly(1L, 3L, 4L, 5L);
    }

    @Test
    void timelines_of_two_organisations_are_separate() {
        ChainHead other = journal().append(new Organisation("other"), drafts("c1", 1, 2));
        journal().append(DEMO, drafts("c1", 1, 5));

        assertThat(inParts(other, ANNA, 10)).containsExactly(1L, 2L);
    }

    @Test
    void new_and_known_streams_continue_at_their_own_numbers() {
        journal().append(DEMO, List.of(draft("old", 1), draft("old", 2), draft("older", 1)));
        JournalStore journal = journal();
        journal.append(DEMO, List.of(draft("old", 3)));
        ChainHead head =
                journal.append(DEMO, List.of(draft("old", 4), draft("new", 1), draft("older", 2), draft("late", 3)));

        assertThat(head.gaps().repeated()).isZero();
        assertThat(head.gaps().open())
                .extracting(StreamGap::stream, StreamGap::from, StreamGap::to)
                .containsExactly(tuple("/klimrek/conversations#late", 1L, 2L));
    }

    @Test
    void alternating_instances_know_each_others_numbers() {
        JournalStore one = journal();
        JournalStore other = journal();
        one.append(DEMO, List.of(draft("c1", 1)));
        other.append(DEMO, List.of(draft("c1", 3)));
        one.append(DEMO, List.of(draft("c1", 4)));
        other.append(DEMO, List.of(draft("c1", 5), draft("c1", 2)));
        ChainHead head = one.append(DEMO, drafts("c1", 6, 9));

        assertThat(head.gaps()).isEqualTo(new JournalGaps(List.of(), 0, 1, 0, List.of()));
    }

    @Test
    void a_conflict_is_kept_by_the_next_append_of_any_instance() {
        journal().append(DEMO, List.of(draft("c1", 1), draft("c1", 2)));
        journal().append(DEMO, List.of(draft("c1", 2, "another")));
        ChainHead head = journal().append(DEMO, List.of(draft("c1", 3)));

        assertThat(head.gaps().repeated()).isEqualTo(1);
        assertThat(head.gaps().conflicts())
                .extracting(SequenceConflict::stream, SequenceConflict::sequence, SequenceConflict::event)
                .containsExactly(tuple("/klimrek/conversations#c1", 2L, "another"));
    }

    @Test
    void an_append_costs_four_round_trips_and_five_with_an_unknown_stream() {
        JournalStore journal = journal();
        journal.append(DEMO, drafts("c1", 1, 5));

        commands.clear();
        journal.append(DEMO, drafts("c1", 6, 40));
        assertThat(commands).containsExactly("find", "update", "insert", "insert");

        commands.clear();
        journal.append(DEMO, List.of(draft("c1", 41), draft("c2", 1), draft("c3", 1)));
        assertThat(commands).containsExactly("find", "find", "update", "insert", "insert");
    }

    @Test
    void another_instance_counts_on_in_a_later_epoch() {
        journal().append(DEMO, List.of(draft("c1", 1), draft("c1", 2), draft("c1", 2, "restored-2", 1)));
        ChainHead head = journal().append(DEMO, List.of(draft("c1", 3, "restored-3", 1), draft("c1", 3)));

        assertThat(head.gaps()).isEqualTo(JournalGaps.NONE);
        assertThat(chain(DEMO)).extracting(entry -> entry.event().epoch()).containsExactly(0L, 0L, 1L, 1L, 0L);
    }

    @Test
    void the_highest_number_of_a_long_stream_is_one_query() {
        journal().append(DEMO, drafts("c1", 1, 400));
        JournalStore restarted = journal();

        commands.clear();
        ChainHead head = restarted.append(DEMO, drafts("c1", 401, 402));

        assertThat(head.gaps()).isEqualTo(JournalGaps.NONE);
        assertThat(commands).doesNotContain("getMore");
    }

    /** Events of several conversations, interleaved. */
    private static List<NewEntry> woven(int conversations, int steps) {
        return LongStream.rangeClosed(1, steps)
                .boxed()
                .flatMap(step ->
                        IntStream.range(0, conversations).mapToObj(conversation -> draft("c" + conversation, step)))
                .toList();
    }

    private List<Long> inParts(ChainHead upTo, TimelineKey key, int most) {
        List<Long> positions = new ArrayList<>();
        OptionalLong from = OptionalLong.of(0);
        while (from.isPresent()) {
            TimelineSlice part = journal().timeline(upTo, key, from.getAsLong(), most);
            positions.addAll(positions(part));
            from = part.next();
        }
        return positions;
    }
}
