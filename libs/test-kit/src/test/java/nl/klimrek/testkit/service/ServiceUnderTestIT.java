package nl.klimrek.testkit.service;

import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static nl.klimrek.testkit.service.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import org.junit.jupiter.api.Test;

class ServiceUnderTestIT {

    private static final Instant START = Instant.parse("2027-01-04T06:00:00Z");
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.of(GreetingService.class, GreetingService.NAME)
            .with(TestClock.stoppedAt(START))
            .start();

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final TestClient anna = SERVICE.as("anna", organisation, Role.EMPLOYEE);

    @Test
    void a_client_calls_as_its_person() {
        HttpAnswer answer = anna.below("/api").get("/greeting").ok();
        assertThat(answer.text("person")).isEqualTo("anna");
        assertThat(answer.text("/organisation")).isEqualTo(organisation);
        assertThat(answer.etag()).isEqualTo("\"7\"");
    }

    @Test
    void a_refusal_is_an_answer_until_success_is_demanded() {
        HttpAnswer refused = SERVICE.anonymous().get("/api/greeting");
        assertThat(refused.problem()).isEqualTo("401 token-missing");
        assertThatThrownBy(refused::ok).isInstanceOf(AssertionError.class).hasMessageContaining("401");
    }

    @Test
    void a_post_has_a_key_of_its_own_unless_the_test_gives_one() {
        String body = json("{'text':'%s'}", "hello");
        String first = anna.post("/api/greeting", body).ok().json().asText();
        String second = anna.post("/api/greeting", body).ok().json().asText();
        assertThat(first).endsWith(" hello").isNotEqualTo(second);
        assertThat(anna.withIdempotencyKey("k-1")
                        .post("/api/greeting", new GreetingService.Wish("hi"))
                        .ok()
                        .json()
                        .asText())
                .isEqualTo("k-1 hi");
    }

    @Test
    void the_service_lives_by_the_clock_of_the_test() {
        Instant before = SERVICE.clock().instant();
        SERVICE.clock().advance(Duration.ofHours(1));
        assertThat(anna.get("/api/greeting").text("at"))
                .isEqualTo(before.plus(Duration.ofHours(1)).toString());
    }

    @Test
    void what_was_published_has_been_handled_after_the_wait() {
        SERVICE.publisher()
                .publish(
                        organisation,
                        anEvent(PersonJoined.class).with("person", organisation).build());
        SERVICE.awaitSettled();
        assertThat(SERVICE.anonymous()
                        .as("hr", organisation, Role.HR)
                        .get("/api/joined")
                        .body())
                .contains(organisation);
    }

    @Test
    void the_service_is_settled_when_nothing_follows_from_what_it_handled_any_more() {
        SERVICE.publisher()
                .publish(
                        organisation,
                        anEvent(PersonLeft.class)
                                .with("person", organisation)
                                .with("team", "200")
                                .build());
        SERVICE.awaitSettled();
        assertThat(SERVICE.as("hr", organisation, Role.HR).get("/api/joined").body())
                .contains("last after " + organisation + "\"");
    }

    @Test
    void an_event_carries_the_attributes_of_its_contract_and_the_next_sequence() {
        var joined = anEvent(PersonJoined.class).with("person", "anna").build();
        var left = anEvent(PersonLeft.class).with("person", "anna").build();
        SERVICE.publisher().publish(organisation, joined);
        SERVICE.publisher().publish(organisation, left);
        List<TopicRecord> found = SERVICE.topics().about(organisation, "anna", Topics.PEOPLE);
        assertThat(found).extracting(TopicRecord::shortType).containsExactly("person-joined", "person-left");
        assertThat(found).extracting(TopicRecord::sequence).containsExactly(1L, 2L);
        assertThat(found.get(0).as(PersonJoined.class)).isEqualTo(joined);
        assertThat(found.get(0).attribute("source")).isEqualTo("/klimrek/people");
    }

    @Test
    void an_attribute_of_an_event_can_be_replaced_or_left_out() {
        TestEvent event = TestEvent.of(organisation, anEvent(PersonJoined.class).build())
                .withKey("ben")
                .withSubject("ben")
                .withSequence(9)
                .with("actor", null);
        SERVICE.publisher().publish(event);
        TopicRecord found =
                SERVICE.topics().about(organisation, "ben", Topics.PEOPLE).get(0);
        assertThat(found.subject()).isEqualTo("ben");
        assertThat(found.sequence()).isEqualTo(9);
        assertThat(found.attribute("actor")).isNull();
    }

    @Test
    void a_replay_delivers_the_same_records_once_more() {
        SERVICE.publisher()
                .publish(
                        organisation,
                        anEvent(PersonJoined.class).with("person", "cas").build());
        SERVICE.publisher().replay(SERVICE.topics().about(organisation, "cas", Topics.PEOPLE));
        assertThat(SERVICE.topics().about(organisation, "cas", Topics.PEOPLE))
                .extracting(record -> record.attribute("id"))
                .hasSize(2)
                .containsOnly(SERVICE.topics()
                        .about(organisation, "cas", Topics.PEOPLE)
                        .get(0)
                        .attribute("id"));
    }

    @Test
    void a_second_instance_of_a_consumer_group_with_another_database_is_refused_and_takes_no_partition() {
        ServiceUnderTest.Builder second = ServiceUnderTest.of(GreetingService.class, GreetingService.NAME);
        assertThatThrownBy(second::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Close the first instance");
        SERVICE.publisher()
                .publish(
                        organisation,
                        anEvent(PersonJoined.class).with("person", organisation).build());
        SERVICE.awaitConsumed();
        assertThat(SERVICE.as("hr", organisation, Role.HR).get("/api/joined").body())
                .contains(organisation);
    }

    @Test
    void a_second_instance_on_the_same_database_starts_also_after_a_refusal() {
        assertThatThrownBy(() -> ServiceUnderTest.of(GreetingService.class, GreetingService.NAME)
                        .start())
                .isInstanceOf(IllegalStateException.class);
        try (ServiceUnderTest second = ServiceUnderTest.of(GreetingService.class, GreetingService.NAME)
                .inDatabase(SERVICE.database())
                .start()) {
            assertThat(second.as("ben", organisation, Role.EMPLOYEE)
                            .get("/api/greeting")
                            .ok()
                            .text("person"))
                    .isEqualTo("ben");
        }
    }
}
