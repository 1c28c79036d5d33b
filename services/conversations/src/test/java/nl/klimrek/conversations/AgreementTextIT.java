package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What was agreed, with the salt by which the journal's step proves it. */
class AgreementTextIT {

    private static final String WORDS = "Visit the pangolin department on Fridays";

    private final Company company = new Company().joins(null, "mark", "nora").joins("mark", "emma", "otto");
    private final Talk talk = Talk.asked(company, "emma", "mark").confirmed();
    private final String agreement = talk.step(
                    talk.counterpart,
                    "agreements",
                    "{'text':'" + WORDS + "','owner':'MANAGER','dueDate':'" + Talk.day(14) + "'}")
            .ok()
            .text("/id");

    @Test
    void the_two_get_the_words_with_the_salt_of_the_commitment_on_the_bus() {
        for (TestClient participant : List.of(talk.employee, talk.counterpart)) {
            JsonNode text = participant.get(path(talk.id, agreement)).ok().json();
            assertThat(text.path("text").asText()).isEqualTo(WORDS);
            String hash = Commitment.of(text.path("salt").asText(), WORDS).hash();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(company.published())
                            .anyMatch(record -> record.data().contains("\"content\":\"" + hash + "\"")));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(company.disclosures()).anyMatch(look -> look.contains("AGREEMENTS")));
    }

    @Test
    void nobody_else_gets_them() {
        for (TestClient stranger : List.of(company.as("otto"), company.as("nora", Role.MANAGER), company.hr())) {
            assertThat(stranger.get(path(talk.id, agreement)).problem()).isEqualTo("403 forbidden");
        }
        assertThat(new Company()
                        .joins(null, "emma")
                        .as("emma")
                        .get(path(talk.id, agreement))
                        .status())
                .isEqualTo(404);
        assertThat(talk.employee.get(path(talk.id, "no-such")).problem()).isEqualTo("404 agreement-unknown");
        Talk other = Talk.asked(company, "otto", "mark");
        assertThat(company.as("otto").get(path(other.id, agreement)).status())
                .as("through another conversation")
                .isEqualTo(404);
    }

    private static String path(String conversation, String agreement) {
        return "/conversations/" + conversation + "/agreements/" + agreement + "/text";
    }
}
