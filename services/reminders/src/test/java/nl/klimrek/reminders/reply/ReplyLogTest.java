package nl.klimrek.reminders.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.MeetingStatus;
import org.junit.jupiter.api.Test;

/** The replies of one side: what was seen, what is old, and what is to be explained. */
class ReplyLogTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final ReplyLog EMPTY = ReplyLog.of(
            new Meeting(
                    "c-1",
                    "p-anna",
                    "p-bram",
                    MeetingStatus.TENTATIVE,
                    Side.COUNTERPART,
                    NOW,
                    NOW.plusSeconds(60),
                    0,
                    1,
                    NOW,
                    Map.of(),
                    null),
            Side.EMPLOYEE);

    @Test
    void it_keeps_a_bounded_number_of_messages() {
        ReplyLog log = EMPTY;
        for (int i = 0; i < 1000; i++) {
            log = log.with("m" + i, ReplyOutcome.NO_ANSWER);
        }
        assertThat(log.seen()).hasSize(100);
        assertThat(log.knows("m999")).isTrue();
        assertThat(log.knows("m0")).isFalse();
    }

    @Test
    void an_answer_is_overtaken_by_a_later_stamp_or_sequence() {
        ReplyLog log = EMPTY.withAnswer("m1", ReplyOutcome.ACCEPTED, 2, NOW);
        assertThat(EMPTY.isOvertaken(0, Instant.EPOCH)).isFalse();
        assertThat(log.isOvertaken(2, NOW.minusMillis(1))).isTrue();
        assertThat(log.isOvertaken(2, NOW)).isFalse();
        assertThat(log.isOvertaken(1, NOW.plusSeconds(9))).isTrue();
        assertThat(log.isOvertaken(3, Instant.EPOCH)).isFalse();
    }

    @Test
    void in_any_order_and_however_often_read_the_latest_answer_is_the_last_one_that_counts() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int life = 0; life < 2_000; life++) {
            ReplyLog log = EMPTY;
            long latest = -1;
            long lastCounted = -1;
            for (int i = 0; i < 15; i++) {
                int number = random.nextInt(8);
                if (!log.knows("m" + number) && !log.isOvertaken(number / 4, NOW.plusSeconds(number))) {
                    log = log.withAnswer("m" + number, ReplyOutcome.ACCEPTED, number / 4, NOW.plusSeconds(number));
                    lastCounted = number;
                }
                latest = Math.max(latest, number);
            }
            assertThat(lastCounted).as("seed " + seed).isEqualTo(latest);
        }
    }

    @Test
    void an_explanation_is_due_at_once_and_the_next_one_an_hour_later() {
        ReplyLog first = EMPTY.explain(ReplyOutcome.OUTDATED, NOW);
        assertThat(first.dueAt()).isEqualTo(NOW);
        ReplyLog told = after(first.explained(ReplyOutcome.OUTDATED, NOW));
        assertThat(told.dueAt()).isNull();
        assertThat(told.explanations()).isEqualTo(1);
        ReplyLog next = told.explain(ReplyOutcome.SERIES, NOW.plusSeconds(60));
        assertThat(next.dueAt()).isEqualTo(NOW.plus(ReplyLog.BETWEEN_EXPLANATIONS));
        assertThat(after(next.retry(NOW.plusSeconds(9000))).toExplain()).isEqualTo(ReplyOutcome.SERIES);
    }

    @Test
    void an_explanation_that_was_replaced_while_it_was_sent_stays_due() {
        ReplyLog replaced = EMPTY.explain(ReplyOutcome.OUTDATED, NOW).explain(ReplyOutcome.PASSED, NOW);
        assertThat(replaced.explained(ReplyOutcome.OUTDATED, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(replaced.toExplain()).isEqualTo(ReplyOutcome.PASSED);
    }

    private static ReplyLog after(Decision<ReplyLog> decision) {
        return ((Decision.Accepted<ReplyLog>) decision).state();
    }
}
