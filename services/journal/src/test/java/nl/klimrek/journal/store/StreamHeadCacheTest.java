package nl.klimrek.journal.store;

import static nl.klimrek.journal.chain.EventFixture.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.JournalGaps;
import org.junit.jupiter.api.Test;

class StreamHeadCacheTest {

    private final StreamHeadCache cache = new StreamHeadCache();

    @Test
    void what_one_instance_appended_without_anybody_between_is_known() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(5), Map.of("b", 1L));

        assertThat(cache.find(head(5), List.of("a", "b", "c"))).isEqualTo(Map.of("a", 7L, "b", 1L));
    }

    @Test
    void a_head_that_another_instance_moved_is_one_of_which_nothing_is_known() {
        cache.record(head(4), Map.of("a", 7L));

        assertThat(cache.find(head(5), List.of("a"))).isEmpty();
    }

    @Test
    void what_was_known_before_another_instance_moved_the_head_does_not_come_back() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(6), Map.of("b", 1L));
        cache.record(head(7), Map.of());

        assertThat(cache.find(head(7), List.of("a", "b"))).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void what_others_appended_is_learned_from_the_places_they_filled() {
        cache.record(head(4), Map.of("a", 7L, "b", 2L));
        assertThat(cache.positionBefore(head(4))).isEmpty();
        assertThat(cache.positionBefore(head(6))).hasValue(4);

        cache.learn(4, head(6), Map.of("a", 9L, "c", 5L));

        assertThat(cache.find(head(6), List.of("a", "b", "c")))
                .as("of c there may have been more before")
                .isEqualTo(Map.of("a", 9L, "b", 2L));
        cache.record(head(7), Map.of("b", 3L));
        assertThat(cache.find(head(7), List.of("a", "b"))).isEqualTo(Map.of("a", 9L, "b", 3L));
    }

    @Test
    void what_is_learned_of_too_much_or_too_late_is_not_learned() {
        cache.record(head(4), Map.of("a", 7L));
        assertThat(cache.positionBefore(head(4 + StreamHeadCache.MAX_LEARNED))).isPresent();
        assertThat(cache.positionBefore(head(5 + StreamHeadCache.MAX_LEARNED))).isEmpty();
        cache.record(head(5), Map.of("a", 8L));

        cache.learn(4, head(6), Map.of("a", 9L));

        assertThat(cache.find(head(6), List.of("a"))).isEmpty();
        assertThat(cache.find(head(5), List.of("a"))).isEqualTo(Map.of("a", 8L));
    }

    @Test
    void what_was_learned_brings_back_nothing_of_before_a_run() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(6), Map.of("b", 1L));
        cache.learn(6, head(8), Map.of("a", 8L, "b", 2L));
        assertThat(cache.find(head(8), List.of("a", "b"))).isEqualTo(Map.of("b", 2L));
    }

    @Test
    void a_head_that_is_no_longer_the_newest_is_one_of_which_nothing_is_known() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(5), Map.of("a", 8L));

        assertThat(cache.find(head(4), List.of("a"))).isEmpty();
    }

    @Test
    void a_thread_that_tells_late_puts_nothing_back() {
        cache.record(head(5), Map.of("a", 8L));
        cache.record(head(4), Map.of("a", 7L));

        assertThat(cache.find(head(5), List.of("a"))).isEqualTo(Map.of("a", 8L));
    }

    @Test
    void organisations_are_apart() {
        cache.record(head(4), Map.of("a", 7L));

        ChainHead other = new ChainHead(new Organisation("other"), 4, 4, Hash.of(new byte[0]), JournalGaps.NONE);
        assertThat(cache.find(other, List.of("a"))).isEmpty();
    }

    @Test
    void the_streams_used_longest_ago_are_forgotten_first() {
        for (int version = 1; version <= StreamHeadCache.MAX_STREAMS; version++) {
            cache.record(head(version), Map.of("s" + version, 1L));
        }
        assertThat(cache.find(head(StreamHeadCache.MAX_STREAMS), List.of("s1"))).hasSize(1);

        cache.record(head(StreamHeadCache.MAX_STREAMS + 1), Map.of("new", 1L));

        assertThat(cache.find(head(StreamHeadCache.MAX_STREAMS + 1), List.of("s1", "s2", "s3", "new")))
                .containsOnlyKeys("s1", "s3", "new");
    }

    private static ChainHead head(long version) {
        return new ChainHead(DEMO, version, version, Hash.of(new byte[0]), JournalGaps.NONE);
    }
}
