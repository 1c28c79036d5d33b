package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;

class ConsumerLagIT extends JournalServiceSuite {

    @Test
    void a_group_that_reads_has_no_lag_and_one_that_does_not_has_all_records_as_lag() {
        long before = behind("reminders");
        send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);

        await().atMost(TIMEOUT).until(() -> behind("journal") == 0);
        assertThat(behind("reminders") - before).isEqualTo(2);
        assertThat(get("/lag", "anna", Role.EMPLOYEE).status()).isEqualTo(403);
    }

    private long behind(String group) {
        return items(auditor("/lag?limit=200")).stream()
                .filter(line -> line.path("group").asText().equals(group)
                        && line.path("topic").asText().equals(Topics.CONVERSATIONS))
                .findFirst()
                .orElseThrow()
                .path("behind")
                .asLong();
    }
}
