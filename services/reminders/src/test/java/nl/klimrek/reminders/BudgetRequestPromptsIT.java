package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.people.PersonField;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The current manager decides a request. */
class BudgetRequestPromptsIT {

    private static final String CARLA = "p-carla";

    private final RunningReminders service = RunningReminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final String request = "r-" + UUID.randomUUID();

    @BeforeEach
    void it_is_monday_before_office_hours() {
        service.clock.toNextMonday("08:00");
    }

    @Test
    void a_request_is_asked_of_the_manager_and_deciding_it_is_acting_upon_it() {
        requested(ANNA);
        service.settle();
        service.clock.toNextMonday("10:00");
        office.awaitMail(BRAM);
        approved(BRAM);
        assertThat(office.story(BRAM))
                .containsExactly("scheduled decide-request", "sent decide-request", "acted decide-request");
        assertThat(office.story(ANNA)).isEmpty();
    }

    @Test
    void what_another_or_the_policy_decided_is_not_asked() {
        requested(ANNA);
        approved("system:policy");
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request", "cancelled decide-request MOOT");
    }

    @Test
    void when_the_manager_changes_the_new_one_is_asked_and_the_former_is_not() {
        office.join(CARLA, null, "Europe/Amsterdam");
        requested(ANNA);
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request", "cancelled decide-request MOOT");
        assertThat(office.story(CARLA)).containsExactly("scheduled decide-request");
        approved(CARLA);
        assertThat(office.story(CARLA)).endsWith("cancelled decide-request MOOT");
        office.change(ANNA, BRAM, null, null, PersonField.MANAGER);
        assertThat(office.story(BRAM)).hasSize(2);
    }

    @Test
    void a_request_that_is_known_before_its_person_is_asked_of_the_manager_all_the_same() {
        String newcomer = "p-" + UUID.randomUUID();
        requested(newcomer);
        service.settle();
        office.join(newcomer, BRAM, "Europe/Amsterdam");
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request");
    }

    @Test
    void a_request_that_arrives_again_after_the_manager_changed_asks_nobody_a_second_time() {
        office.join(CARLA, null, "Europe/Amsterdam");
        office.list(CARLA, "en");
        ProducerRecord<String, String> waiting = requested(ANNA);
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        service.settle();
        service.clock.toNextMonday("10:00");
        office.awaitMail(CARLA);
        service.bus.again(waiting);
        assertThat(office.story(CARLA)).containsExactly("scheduled decide-request", "sent decide-request");
        approved(CARLA);
        service.settle();
        office.change(ANNA, BRAM, null, null, PersonField.MANAGER);
        service.settle();
        service.bus.again(waiting);
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request", "cancelled decide-request MOOT");
        assertThat(office.story(CARLA)).endsWith("acted decide-request");
    }

    @Test
    void a_request_that_arrives_again_after_it_was_decided_asks_nobody() {
        ProducerRecord<String, String> event = requested(ANNA);
        approved(BRAM);
        service.settle();
        service.bus.again(event);
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        assertThat(office.story(CARLA)).isEmpty();
        assertThat(office.story(BRAM)).hasSize(2);
    }

    private ProducerRecord<String, String> requested(String employee) {
        return service.bus.publish(
                office.organisation,
                employee,
                employee,
                employee,
                new BudgetRequested(
                        employee, employee, request, null, null, List.of(), null, ConversationFixture.COMMITMENT));
    }

    private void approved(String by) {
        service.bus.publish(
                office.organisation,
                ANNA,
                ANNA,
                by,
                new BudgetRequestApproved(ANNA, ANNA, request, by, by.startsWith("system:")));
    }
}
