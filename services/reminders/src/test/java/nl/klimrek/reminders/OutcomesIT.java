package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** HR compares two texts of one prompt, and sees what followed on each without single people. */
class OutcomesIT {

    private static final String PATH = "/templates/read-feedback";
    private static final int PEOPLE = 24;
    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @Test
    void two_texts_go_to_two_groups_and_what_followed_is_shown_for_each() {
        Instant monday = service.toNextMonday("07:00");
        assertThat(hr().post(PATH + "/comparison", """
                        {"dutch":{"subject":"Een antwoord voor jou","steps":["Lees het rustig."],"why":"Je krijgt dit omdat een collega antwoordde."},
                         "english":{"subject":"An answer for you","steps":["Read it."],"why":"You get this because a colleague answered."},
                         "confirmed":false}""").status()).isEqualTo(200);
        List<String> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> "p-compared-" + i).toList();
        people.forEach(person -> {
            office.join(person, BRAM, "Europe/Amsterdam");
            office.list(person, "nl");
        });
        service.settle();
        people.forEach(this::given);
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        service.awaitSending(() -> assertThat(people)
                .allSatisfy(person -> assertThat(office.inbox(person)).hasSize(1)));

        people.subList(0, PEOPLE / 2)
                .forEach(
                        person -> office.post(person, "/" + office.inbox(person).get(0) + "/seen", ""));
        JsonNode texts = office.hr(PATH + "/outcomes").json().path("texts");

        assertThat(texts).hasSize(2);
        assertThat(texts.get(0).path("ownVersion").asInt()).isZero();
        assertThat(texts.get(1).path("ownVersion").asInt()).isEqualTo(1);
        assertThat(people.stream().map(this::subject).distinct()).hasSize(2);
        List<Integer> sizes = IntStream.range(0, 2)
                .map(at -> (int) people.stream()
                        .filter(person -> subject(person).equals("Een antwoord voor jou") == (at == 1))
                        .count())
                .boxed()
                .toList();
        for (int at = 0; at < 2; at++) {
            JsonNode text = texts.get(at);
            if (sizes.get(at) < 5) {
                assertThat(text.hasNonNull("people")).isFalse();
            } else {
                assertThat(text.path("people").asInt()).isEqualTo(sizes.get(at));
                assertThat(text.path("acted").asInt() % 5).isZero();
            }
        }
        assertThat(new OrganisationFixture().hr(PATH + "/outcomes").json().path("texts"))
                .isEmpty();
        assertThat(office.get(ANNA, PATH + "/outcomes", "en").status()).isEqualTo(403);
    }

    private String subject(String person) {
        try {
            return office.mail(person).get(0).getSubject();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private void given(String person) {
        String id = "f-" + UUID.randomUUID();
        service.publish(
                office.organisation,
                person,
                id,
                BRAM,
                new FeedbackGiven(id, person, BRAM, ConversationFixture.COMMITMENT));
    }

    private TestClient hr() {
        return service.service().as("p-hr", office.organisation, Role.HR).below("/api/reminders");
    }
}
