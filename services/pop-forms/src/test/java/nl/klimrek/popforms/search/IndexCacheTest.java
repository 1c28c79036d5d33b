package nl.klimrek.popforms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Organisation;
import org.junit.jupiter.api.Test;

class IndexCacheTest {

    private final AtomicInteger made = new AtomicInteger();
    private final IndexCache<String> cache = new IndexCache<>(2);

    @Test
    void an_index_is_made_again_only_when_what_it_is_made_of_changed() {
        find("zorggroep", 1);
        find("zorggroep", 1);
        assertThat(made).hasValue(1);
        find("zorggroep", 2);
        assertThat(made).hasValue(2);
    }

    @Test
    void those_that_searched_last_stay() {
        find("zorggroep", 1);
        find("haven", 1);
        find("zorggroep", 1);
        find("school", 1);
        assertThat(made).hasValue(3);
        find("zorggroep", 1);
        assertThat(made).hasValue(3);
        find("haven", 1);
        assertThat(made).hasValue(4);
    }

    private void find(String organisation, int revision) {
        assertThat(cache.get(new Organisation(organisation), revision, () -> {
                            made.incrementAndGet();
                            TextIndex.Builder<String> builder = new TextIndex.Builder<>();
                            builder.add("one", "one", Map.of("nl", "lassen"), List.of());
                            return builder.build();
                        })
                        .search("las", "nl", 5))
                .containsExactly("one");
    }
}
