package nl.klimrek.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.servicekit.security.Role;
import org.junit.jupiter.api.Test;

class ConsumerLagIT extends JournalServiceSuite {

    @Test
    void who_reads_on_is_not_behind_and_who_does_not_is_by_all_there_is() {
        long before = behind("reminders");
        bus.send(List.of(planned("anna", "c1", 1), planned("anna", "c1", 2)));
        awaitEntries(2);

        await().atMost(PATIENCE).until(() -> behind("journal") == 0);
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
