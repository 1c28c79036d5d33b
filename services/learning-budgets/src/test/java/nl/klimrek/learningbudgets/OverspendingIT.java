package nl.klimrek.learningbudgets;

import static nl.klimrek.learningbudgets.RequestBodyFixture.budget;
import static nl.klimrek.learningbudgets.RequestBodyFixture.pot;
import static nl.klimrek.learningbudgets.StaffFixture.PERSONAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

class OverspendingIT {
    private static final int REQUESTS = 32;
    private static final long EACH = 35_00;

    @Test
    void simultaneous_requests_get_exactly_what_the_pot_holds() throws Exception {
        StaffFixture staff = new StaffFixture();
        TestClient anna = staff.employee("p-anna", null);
        List<HttpAnswer> answers = allAtOnce(() -> anna.post("/requests", budget(PERSONAL, EACH)));
        // 500 euros hold fourteen times 35 euros. Together they pass the threshold of 100 euros.
        assertThat(answers).extracting(HttpAnswer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(14);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(HttpAnswer::code)
                .containsOnly("budget-insufficient");
        JsonNode pot = pot(anna, PERSONAL);
        assertThat(pot.path("committed").asLong()).isEqualTo(2 * EACH);
        assertThat(pot.path("reserved").asLong()).isEqualTo(12 * EACH);
        assertThat(pot.path("available").asLong()).isEqualTo(500_00 - 14 * EACH);
        assertThat(staff.published("p-anna", "budget-committed")).hasSize(2);
        assertThat(staff.published("p-anna", "budget-reserved")).hasSize(14);
    }

    private static <T> List<T> allAtOnce(Callable<T> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(REQUESTS, request))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
