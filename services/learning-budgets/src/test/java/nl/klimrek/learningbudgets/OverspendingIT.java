package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.Roster.PATIENCE;
import static nl.klimrek.learningbudgets.Roster.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.learningbudgets.RunningService.Reply;
import org.junit.jupiter.api.Test;

class OverspendingIT {

    private static final int ASKERS = 32;
    private static final long EACH = 35_00;

    @Test
    void thirty_two_at_once_get_no_more_than_the_pot_holds_and_not_a_cent_less() throws Exception {
        Roster roster = new Roster();
        Person anna = roster.employee("p-anna", null);
        List<Reply> replies = allAtOnce(() -> anna.post("/requests", budget(PERSONAL, EACH)));

        // 500 euros hold fourteen times 35 euros; each of those is under the threshold, so promised at once.
        assertThat(replies).extracting(Reply::status).containsOnly(201, 409);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(14);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .containsOnly("budget-insufficient");
        JsonNode pot = pot(anna, PERSONAL);
        assertThat(pot.path("committed").asLong()).isEqualTo(14 * EACH);
        assertThat(pot.path("available").asLong()).isEqualTo(500_00 - 14 * EACH);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(roster.facts("p-anna", "budget-committed")).hasSize(14));
        assertThat(roster.facts("p-anna", "budget-reserved")).hasSize(14);
    }

    private static <T> List<T> allAtOnce(Callable<T> step) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ASKERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(ASKERS, step))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
