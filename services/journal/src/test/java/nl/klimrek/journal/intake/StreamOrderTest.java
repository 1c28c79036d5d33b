package nl.klimrek.journal.intake;

import static nl.klimrek.journal.chain.Steps.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.klimrek.journal.chain.Draft;
import org.junit.jupiter.api.Test;

class StreamOrderTest {

    @Test
    void what_one_poll_brought_of_a_stream_is_put_in_its_order() {
        Draft first = draft("c1", 1);
        Draft second = draft("c1", 2);
        Draft third = draft("c1", 3);
        Draft other = draft("c2", 1);

        assertThat(StreamOrder.of(List.of(third, other, first, second))).containsExactly(first, other, second, third);
    }

    @Test
    void what_is_in_no_stream_keeps_its_place() {
        Draft erased = draft("c1", 0);

        assertThat(StreamOrder.of(List.of(draft("c1", 2), erased, draft("c1", 1))))
                .containsExactly(draft("c1", 1), erased, draft("c1", 2));
    }
}
