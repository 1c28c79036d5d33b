package nl.klimrek.reminders.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.reminders.prompt.SendingClaim;
import org.junit.jupiter.api.Test;

class SendingDiaryTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void one_message_at_a_time_is_sent_until_its_claim_ends() {
        SendingClaim mine = SendingClaim.from(NOW);
        SendingDiary open = SendingDiary.EMPTY.open("acme/p.1", mine, NOW);
        assertThat(open.open("acme/q.1", SendingClaim.from(NOW), NOW)).isSameAs(open);
        Instant later = NOW.plus(SendingClaim.DURATION);
        SendingClaim other = SendingClaim.from(later);
        SendingDiary taken = open.open("acme/p.1", other, later);
        assertThat(taken.isOpenedBy(other)).isTrue();
        assertThat(taken.close(mine, later)).isSameAs(taken);
        assertThat(taken.close(other, later).sent()).containsExactly(later);
    }

    @Test
    void a_claim_of_a_clock_that_was_a_day_ahead_holds_nobody_up() {
        SendingClaim wrong = SendingClaim.from(NOW.plus(Duration.ofDays(1)));
        SendingDiary open = SendingDiary.EMPTY.open("acme/p.1", wrong, NOW.plus(Duration.ofDays(1)));
        SendingClaim mine = SendingClaim.from(NOW);
        assertThat(open.open("acme/p.1", mine, NOW).isOpenedBy(mine)).isTrue();
    }

    @Test
    void a_claim_of_a_clock_that_is_a_little_ahead_counts() {
        SendingClaim ahead = SendingClaim.from(NOW.plusSeconds(90));
        SendingDiary open = SendingDiary.EMPTY.open("acme/p.1", ahead, NOW.plusSeconds(90));
        assertThat(open.open("acme/p.1", SendingClaim.from(NOW), NOW)).isSameAs(open);
    }

    @Test
    void messages_of_the_week_count_and_one_that_a_wrong_clock_put_into_next_year_does_not() {
        SendingDiary diary = SendingDiary.EMPTY;
        for (Instant at :
                new Instant[] {NOW.minusSeconds(1), NOW, NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(365))
                }) {
            SendingClaim mine = SendingClaim.from(at);
            diary = diary.open("acme/p.1", mine, at).close(mine, at);
        }
        assertThat(diary.sentBetween(NOW, NOW.plus(WEEK))).isEqualTo(2);
    }
}
