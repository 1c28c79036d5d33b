package nl.klimrek.reminders.webhookdelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.eventing.Decision;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.reminders.webhookclient.DeliveryOutcome;
import nl.klimrek.reminders.webhookclient.WebhookAnswer;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private final WebhookDelivery fresh = WebhookDelivery.of("wh-1", "m-1", WebhookFact.test(NOW), NOW);

    @Test
    void one_sender_has_it_until_its_claim_ends() {
        SendingClaim mine = SendingClaim.from(NOW);
        WebhookDelivery claimed = accepted(fresh.claim(mine, NOW));
        assertThat(claimed.claim(SendingClaim.from(NOW), NOW)).isInstanceOf(Decision.Unchanged.class);
        Instant later = NOW.plus(SendingClaim.DURATION);
        SendingClaim other = SendingClaim.from(later);
        WebhookDelivery taken = accepted(claimed.claim(other, later));
        assertThat(taken.attempted(mine, WebhookAnswer.of(200), later, 0)).isInstanceOf(Decision.Unchanged.class);
        assertThat(accepted(taken.attempted(other, WebhookAnswer.of(200), later, 0))
                        .nextCheckAt())
                .isNull();
    }

    @Test
    void a_failed_message_is_tried_ten_times_in_a_little_more_than_three_days_and_then_no_more() {
        Instant at = NOW;
        WebhookDelivery delivery = fresh;
        int attempts = 0;
        while (delivery.nextCheckAt() != null) {
            at = delivery.nextCheckAt();
            SendingClaim mine = SendingClaim.from(at);
            delivery = accepted(accepted(delivery.claim(mine, at)).attempted(mine, WebhookAnswer.of(500), at, 1));
            attempts++;
        }
        assertThat(attempts).isEqualTo(10);
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(delivery.last()).isEqualTo(DeliveryOutcome.REFUSED);
        assertThat(delivery.claim(SendingClaim.from(at), at)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void attempts_of_many_messages_spread() {
        assertThat(RetrySchedule.next(2, NOW, 0)).hasValue(NOW.plus(Duration.ofMinutes(5)));
        assertThat(RetrySchedule.next(2, NOW, 1)).hasValue(NOW.plus(Duration.ofMinutes(6)));
        assertThat(RetrySchedule.next(10, NOW, 0)).isEmpty();
    }

    @Test
    void it_is_not_sent_before_it_is_due_nor_after_its_webhook_stopped() {
        assertThat(fresh.claim(SendingClaim.from(NOW), NOW.minusSeconds(1))).isInstanceOf(Decision.Unchanged.class);
        WebhookDelivery stopped = accepted(fresh.stop(NOW));
        assertThat(stopped.nextCheckAt()).isNull();
        assertThat(stopped.claim(SendingClaim.from(NOW), NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(stopped.stop(NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    private static WebhookDelivery accepted(Decision<WebhookDelivery> decision) {
        return ((Decision.Accepted<WebhookDelivery>) decision).state();
    }
}
