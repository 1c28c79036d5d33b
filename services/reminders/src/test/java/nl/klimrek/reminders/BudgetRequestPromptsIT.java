package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.testkit.events.TestEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The current manager decides a request. */
class BudgetRequestPromptsIT {

    private static final String CARLA = "p-carla";

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final String request = "r-" + UUID.randomUUID();

    @BeforeEach
    void it_is_monday_before_office_hours() {
        service.toNextMonday("08:00");
    }

    @Test
    void the_manager_is_asked_to_decide_a_request() {
        requested(ANNA);
        service.settle();
        service.toNextMonday("10:00");
        office.awaitMail(BRAM);
        approved(BRAM);
        assertThat(office.story(BRAM))
                .containsExactly("scheduled decide-request", "sent decide-request", "acted decide-request");
        assertThat(office.story(ANNA, "decide-request")).isEmpty();
    }

    @Test
    void a_request_that_was_decided_otherwise_is_not_asked_about() {
        requested(ANNA);
        approved("system:policy");
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request", "cancelled decide-request MOOT");
    }

    @Test
    void a_new_manager_is_asked_to_decide_instead_of_the_former_one() {
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
    void a_request_that_arrives_before_its_person_is_asked_of_the_manager() {
        String newcomer = "p-" + UUID.randomUUID();
        requested(newcomer);
        service.settle();
        office.join(newcomer, BRAM, "Europe/Amsterdam");
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request");
    }

    @Test
    void a_repeated_request_event_after_a_change_of_manager_prompts_nobody_twice() {
        office.join(CARLA, null, "Europe/Amsterdam");
        office.list(CARLA, "en");
        TestEvent waiting = requested(ANNA);
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        service.settle();
        service.toNextMonday("10:00");
        office.awaitMail(CARLA);
        service.repeat(waiting);
        assertThat(office.story(CARLA)).containsExactly("scheduled decide-request", "sent decide-request");
        approved(CARLA);
        service.settle();
        office.change(ANNA, BRAM, null, null, PersonField.MANAGER);
        service.settle();
        service.repeat(waiting);
        assertThat(office.story(BRAM)).containsExactly("scheduled decide-request", "cancelled decide-request MOOT");
        assertThat(office.story(CARLA)).endsWith("acted decide-request");
    }

    @Test
    void a_repeated_request_event_after_the_decision_prompts_nobody() {
        TestEvent event = requested(ANNA);
        approved(BRAM);
        service.settle();
        service.repeat(event);
        service.settle();
        office.change(ANNA, CARLA, null, null, PersonField.MANAGER);
        assertThat(office.story(CARLA)).isEmpty();
        assertThat(office.story(BRAM)).hasSize(2);
    }

    private TestEvent requested(String employee) {
        return service.publish(
                office.organisation,
                employee,
                employee,
                employee,
                new BudgetRequested(
                        employee, employee, request, null, null, List.of(), null, ConversationFixture.COMMITMENT));
    }

    private void approved(String by) {
        service.publish(
                office.organisation,
                ANNA,
                ANNA,
                by,
                new BudgetRequestApproved(ANNA, ANNA, request, by, by.startsWith("system:")));
    }
}
