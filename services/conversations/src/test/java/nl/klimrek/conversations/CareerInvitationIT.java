package nl.klimrek.conversations;

import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.CareerConversationSuggested;
import nl.klimrek.conversations.career.CareerInvitationClock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** Somebody who never had a career conversation is invited to one, once in a period. */
class CareerInvitationIT {

    private final Company company = new Company().joins(null, "mark", "coco").joins("mark", "emma", "finn");
    private final LocalDate today = LocalDate.parse(Talk.day(0));

    @Test
    void who_never_had_one_is_invited_once_in_a_period_however_often_the_clock_looks() {
        comes("emma");
        look();
        look();
        awaitSuggested("emma");
        assertThat(company.published())
                .filteredOn(event -> event.subject().equals("career-emma"))
                .singleElement()
                .satisfies(event -> assertThat(event.as(CareerConversationSuggested.class))
                        .isEqualTo(new CareerConversationSuggested("emma", lookOn("emma"))));
        assertThat(lookOn("emma")).isAfterOrEqualTo(today.plusDays(365));
        company.repeats("emma");
        ConversationsUnderTest.SERVICE.awaitConsumed();
        assertThat(lookOn("emma")).as("a replayed event moves nothing").isAfterOrEqualTo(today.plusDays(365));
    }

    @Test
    void who_is_on_leave_is_looked_at_on_the_day_back() {
        company.isAbsent("emma", "mark", today.minusDays(3), today.plusDays(20));
        comes("emma");
        look();
        assertThat(company.typesOf("career-emma")).isEmpty();
        assertThat(lookOn("emma")).isEqualTo(today.plusDays(21));
    }

    @Test
    void who_left_is_not_invited() {
        comes("emma");
        company.leaves("emma");
        ConversationsUnderTest.SERVICE.awaitConsumed();
        look();
        assertThat(company.typesOf("career-emma")).isEmpty();
        assertThat(lookOn("emma")).isNull();
    }

    @Test
    void who_has_one_ahead_is_looked_at_later_and_who_had_one_never_again() {
        Talk talk = new Talk(
                company.as("emma")
                        .post("/conversations", json("{'type':'CAREER','counterpart':'coco'}"))
                        .ok()
                        .text("/id"),
                company.as("emma"),
                company.as("coco"));
        ConversationsUnderTest.SERVICE.awaitConsumed();
        comes("emma");
        look();
        assertThat(company.typesOf("career-emma")).isEmpty();
        assertThat(lookOn("emma")).isAfterOrEqualTo(today.plusDays(30)).isBefore(today.plusDays(40));
        talk.accepted();
        talk.step(talk.employee, "holding", "{'questions':['energy']}").ok();
        ConversationsUnderTest.SERVICE.awaitConsumed();
        comes("emma");
        look();
        assertThat(company.typesOf("career-emma")).isEmpty();
        assertThat(lookOn("emma")).isNull();
    }

    @Test
    void nobody_else_is_looked_at_before_their_day() {
        awaitKnown("finn");
        LocalDate day = lookOn("finn");
        CareerInvitationClock.looksOn(store(), company.organisation(), "finn", today.plusDays(2));
        look();
        assertThat(company.typesOf("career-finn")).isEmpty();
        assertThat(day).isBetween(today.minusDays(1), today.plusDays(91));
    }

    @Test
    void who_was_known_before_there_were_invitations_gets_a_day_once_also_when_the_job_is_killed_on_its_way() {
        awaitKnown("emma");
        awaitKnown("finn");
        LocalDate kept = lookOn("mark");
        CareerInvitationClock.looksNever(store(), company.organisation(), "emma");
        CareerInvitationClock.looksNever(store(), company.organisation(), "finn");
        ClockJob killed = CareerInvitationClock.knownPeopleJob(ConversationsUnderTest.SERVICE);
        String reached = everyoneUntil(killed, company.organisation().value() + "/emma");

        ClockJob next = CareerInvitationClock.knownPeopleJob(ConversationsUnderTest.SERVICE);
        assertThat(next.hasWork()).isTrue();
        List<String> page = next.page("all", reached, 500);
        while (!page.isEmpty()) {
            page.forEach(next::process);
            page = next.page("all", page.get(page.size() - 1), 500);
        }

        assertThat(lookOn("emma")).isBetween(today.minusDays(1), today.plusDays(91));
        assertThat(lookOn("finn")).isBetween(today.minusDays(1), today.plusDays(91));
        assertThat(lookOn("mark")).as("a day that was there is kept").isEqualTo(kept);
        assertThat(next.hasWork()).isFalse();
    }

    /** Reads people up to this one, and stops there without the last page's end. */
    private static String everyoneUntil(ClockJob job, String last) {
        List<String> page = job.page("all", null, 1);
        while (!page.isEmpty() && page.get(0).compareTo(last) <= 0) {
            page.forEach(job::process);
            if (page.get(0).equals(last)) {
                return last;
            }
            page = job.page("all", page.get(0), 1);
        }
        throw new AssertionError(last + " is not among the people");
    }

    private void comes(String person) {
        awaitKnown(person);
        CareerInvitationClock.looksOn(store(), company.organisation(), person, today);
    }

    private void awaitKnown(String person) {
        await().atMost(ServiceUnderTest.TIMEOUT).until(() -> lookOn(person) != null);
    }

    private void awaitSuggested(String person) {
        await().atMost(ServiceUnderTest.TIMEOUT)
                .untilAsserted(() -> assertThat(company.typesOf("career-" + person))
                        .isEqualTo(List.of("career-conversation-suggested")));
    }

    private static void look() {
        ConversationsUnderTest.runJob("careerInvitationJob");
    }

    private LocalDate lookOn(String person) {
        return CareerInvitationClock.lookOn(store(), company.organisation(), person);
    }

    private static AggregateStore<?> store() {
        return ConversationsUnderTest.SERVICE.store("careerInvitationStore");
    }
}
