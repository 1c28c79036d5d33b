package nl.klimrek.reminders.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MailBatchTest {

    @Test
    void a_batch_has_no_more_messages_than_the_log_of_a_side_remembers() {
        Map<Long, Integer> page = page(200, 2_000);
        assertThat(MailBatch.together(1, page)).hasSize(MailBatch.MAX_MESSAGES).startsWith(1L, 2L);
        assertThat(MailBatch.together(191, page)).containsExactlyElementsOf(ids(191, 200));
    }

    @Test
    void large_messages_are_fetched_in_smaller_batches() {
        Map<Long, Integer> page = page(200, MailBatch.MAX_BYTES);
        assertThat(MailBatch.together(5, page)).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void a_message_that_is_too_large_takes_no_room_because_it_is_not_fetched() {
        Map<Long, Integer> page = page(200, MailBatch.MAX_BYTES + 1);
        assertThat(MailBatch.together(1, page)).hasSize(MailBatch.MAX_MESSAGES);
        page.put(2L, Integer.MAX_VALUE);
        assertThat(MailBatch.together(1, page)).hasSize(MailBatch.MAX_MESSAGES);
    }

    private static Map<Long, Integer> page(long count, int size) {
        Map<Long, Integer> page = new LinkedHashMap<>();
        ids(1, count).forEach(uid -> page.put(uid, size));
        return page;
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
