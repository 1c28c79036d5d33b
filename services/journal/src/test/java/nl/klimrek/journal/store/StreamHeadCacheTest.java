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
    void numbers_of_uninterrupted_appends_are_known() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(5), Map.of("b", 1L));

        assertThat(cache.find(head(5), List.of("a", "b", "c"))).isEqualTo(Map.of("a", 7L, "b", 1L));
    }

    @Test
    void nothing_is_known_at_a_head_that_another_instance_advanced() {
        cache.record(head(4), Map.of("a", 7L));

        assertThat(cache.find(head(5), List.of("a"))).isEmpty();
    }

    @Test
    void numbers_from_before_an_unknown_append_stay_unknown() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(6), Map.of("b", 1L));
        cache.record(head(7), Map.of());

        assertThat(cache.find(head(7), List.of("a", "b"))).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void appends_of_others_are_learned_from_their_positions() {
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
    void too_many_or_outdated_positions_are_not_learned() {
        cache.record(head(4), Map.of("a", 7L));
        assertThat(cache.positionBefore(head(4 + StreamHeadCache.MAX_LEARNED))).isPresent();
        assertThat(cache.positionBefore(head(5 + StreamHeadCache.MAX_LEARNED))).isEmpty();
        cache.record(head(5), Map.of("a", 8L));

        cache.learn(4, head(6), Map.of("a", 9L));

        assertThat(cache.find(head(6), List.of("a"))).isEmpty();
        assertThat(cache.find(head(5), List.of("a"))).isEqualTo(Map.of("a", 8L));
    }

    @Test
    void learning_restores_nothing_from_before_the_known_range() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(6), Map.of("b", 1L));
        cache.learn(6, head(8), Map.of("a", 8L, "b", 2L));
        assertThat(cache.find(head(8), List.of("a", "b"))).isEqualTo(Map.of("b", 2L));
    }

    @Test
    void nothing_is_known_at_an_older_head() {
        cache.record(head(4), Map.of("a", 7L));
        cache.record(head(5), Map.of("a", 8L));

        assertThat(cache.find(head(4), List.of("a"))).isEmpty();
    }

    @Test
    void a_late_report_of_a_thread_changes_nothing() {
        cache.record(head(5), Map.of("a", 8L));
        cache.record(head(4), Map.of("a", 7L));

        assertThat(cache.find(head(5), List.of("a"))).isEqualTo(Map.of("a", 8L));
    }

    @Test
    void organisations_are_separate() {
        cache.record(head(4), Map.of("a", 7L));

        ChainHead other = new ChainHead(new Organisation("other"), 4, 4, Hash.of(new byte[0]), JournalGaps.NONE);
        assertThat(cache.find(other, List.of("a"))).isEmpty();
    }

    @Test
    void the_least_recently_used_streams_are_dropped_first() {
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
