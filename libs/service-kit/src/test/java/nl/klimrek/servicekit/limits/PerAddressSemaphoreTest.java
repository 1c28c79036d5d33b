package nl.klimrek.servicekit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PerAddressSemaphoreTest {
    private final PerAddressSemaphore slots = new PerAddressSemaphore(3, 2);

    @Test
    void one_address_never_takes_the_slots_of_another() throws Exception {
        assertThat(slots.take("a", Duration.ZERO)).isTrue();
        assertThat(slots.take("a", Duration.ZERO)).isTrue();
        assertThat(slots.take("a", Duration.ZERO)).isFalse();
        assertThat(slots.take("b", Duration.ZERO)).isTrue();
        assertThat(slots.take("b", Duration.ZERO)).isFalse();
        slots.release("a");
        assertThat(slots.take("b", Duration.ZERO)).isTrue();
        assertThat(slots.take("a", Duration.ZERO)).isFalse();
    }

    @Test
    void a_slot_that_comes_free_in_time_is_taken() throws Exception {
        slots.take("a", Duration.ZERO);
        slots.take("a", Duration.ZERO);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return slots.take("a", Duration.ofSeconds(30));
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
        });
        slots.release("a");
        assertThat(waiting.join()).isTrue();
    }
}
