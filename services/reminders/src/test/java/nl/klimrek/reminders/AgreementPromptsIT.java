package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.testkit.events.TestEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts about agreements, before and after a change of manager. */
class AgreementPromptsIT {

    private static final String ASKED = "scheduled agreement-due";
    private static final String MOOT = "cancelled agreement-due MOOT";
    private static final String CARLA = "p-carla";

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private final String agreement = "a-" + talk.id();
    private final LocalDate due = Reminders.day(service.toNextMonday("10:00")).plusDays(21);

    @BeforeEach
    void there_is_another_manager() {
        office.join(CARLA, null, "Europe/Amsterdam");
        office.list(CARLA, "en");
        service.settle();
    }

    @Test
    void the_owner_of_an_agreement_is_asked_a_week_before_it_is_due() {
        talk.agree("a-1" + talk.id(), AgreementOwner.EMPLOYEE, due);
        talk.agree("a-2" + talk.id(), AgreementOwner.ORGANISATION, due);
        talk.agree("a-3" + talk.id(), AgreementOwner.SHARED, due);
        assertThat(office.story(ANNA, "agreement-due")).hasSize(2).containsOnly(ASKED);
        assertThat(office.story(BRAM, "agreement-due")).hasSize(2).containsOnly(ASKED);
        assertThat(office.due(ANNA, "agreement-due")).isEqualTo(Reminders.atNine(due.minusDays(7)));
    }

    @Test
    void an_agreement_that_was_kept_or_dropped_is_not_asked_about() {
        talk.agree("a-1" + talk.id(), AgreementOwner.EMPLOYEE, due);
        talk.agree("a-2" + talk.id(), AgreementOwner.EMPLOYEE, due);
        talk.keep("a-1" + talk.id(), due.minusDays(20));
        talk.drop("a-2" + talk.id());
        assertThat(office.story(ANNA, "agreement-due")).containsExactly(ASKED, ASKED, MOOT, MOOT);
    }

    @Test
    void a_new_manager_is_asked_on_the_same_day_instead_of_the_former_one() {
        talk.agree(agreement, AgreementOwner.SHARED, due);
        talk.handOver(BRAM, CARLA);
        assertThat(office.story(BRAM, "agreement-due")).containsExactly(ASKED, MOOT);
        assertThat(office.story(CARLA, "agreement-due")).containsExactly(ASKED);
        assertThat(office.due(CARLA, "agreement-due")).isEqualTo(office.due(BRAM, "agreement-due"));
        assertThat(office.story(ANNA, "agreement-due")).containsExactly(ASKED);
        talk.keep(agreement, due.minusDays(20));
        assertThat(office.story(CARLA, "agreement-due")).containsExactly(ASKED, MOOT);
        assertThat(office.story(BRAM, "agreement-due")).hasSize(2);
    }

    @Test
    void a_manager_who_comes_back_is_asked_again() {
        talk.agree(agreement, AgreementOwner.MANAGER, due);
        talk.handOver(BRAM, CARLA);
        talk.handOver(CARLA, BRAM);
        assertThat(office.story(BRAM, "agreement-due")).containsExactly(ASKED, MOOT, ASKED);
        assertThat(office.story(CARLA, "agreement-due")).containsExactly(ASKED, MOOT);
    }

    @Test
    void repeated_events_prompt_nobody_twice() {
        List<TestEvent> all = List.of(
                talk.agree(agreement, AgreementOwner.SHARED, due),
                talk.handOver(BRAM, CARLA),
                talk.handOver(CARLA, BRAM),
                talk.agree("a-2" + talk.id(), AgreementOwner.MANAGER, due),
                talk.handOver(BRAM, CARLA));
        service.settle();
        service.advanceTo(Reminders.atNine(due.minusDays(7)).plus(Duration.ofHours(1)));
        service.awaitSending(() -> {
            assertThat(due(ANNA)).hasSize(1);
            assertThat(due(CARLA)).hasSize(2);
        });
        List<String> anna = office.story(ANNA, "agreement-due");
        List<String> bram = office.story(BRAM, "agreement-due");
        List<String> carla = office.story(CARLA, "agreement-due");
        assertThat(carla).endsWith("sent agreement-due", "sent agreement-due");
        all.forEach(service::repeat);
        assertThat(office.story(ANNA, "agreement-due")).isEqualTo(anna);
        assertThat(office.story(BRAM, "agreement-due")).isEqualTo(bram);
        assertThat(office.story(CARLA, "agreement-due")).isEqualTo(carla);
    }

    @Test
    void an_agreement_made_after_a_change_of_manager_is_asked_of_the_new_one() {
        talk.handOver(BRAM, CARLA);
        talk.agree(agreement, AgreementOwner.MANAGER, due);
        assertThat(office.story(CARLA, "agreement-due")).containsExactly(ASKED);
        assertThat(office.story(BRAM, "agreement-due")).isEmpty();
    }

    @Test
    void an_agreement_outside_the_line_stays_with_its_counterpart() {
        talk.agree("a-1" + talk.id(), AgreementOwner.SHARED, due, false);
        talk.agree("a-2" + talk.id(), AgreementOwner.SHARED, due, null);
        talk.handOver(BRAM, CARLA);
        assertThat(office.story(BRAM, "agreement-due")).containsExactly(ASKED, ASKED);
        assertThat(office.story(CARLA, "agreement-due")).isEmpty();
    }

    @Test
    void an_agreement_of_the_employee_alone_is_asked_of_no_manager() {
        talk.agree(agreement, AgreementOwner.EMPLOYEE, due);
        talk.handOver(BRAM, CARLA);
        assertThat(office.story(BRAM, "agreement-due")).isEmpty();
        assertThat(office.story(CARLA, "agreement-due")).isEmpty();
    }

    private List<String> due(String person) {
        return office.inbox(person).stream()
                .filter(prompt -> prompt.startsWith("agreement-due"))
                .toList();
    }

    @Test
    void an_agreement_that_is_still_open_the_day_after_is_asked_of_its_owners_once_more() {
        talk.agree(agreement, AgreementOwner.MANAGER, due);
        assertThat(office.story(BRAM, "agreement-overdue")).containsExactly("scheduled agreement-overdue");
        assertThat(office.due(BRAM, "agreement-overdue")).isEqualTo(Reminders.atNine(due.plusDays(1)));
        assertThat(office.story(ANNA, "agreement-overdue")).isEmpty();
        talk.handOver(BRAM, CARLA);
        assertThat(office.story(BRAM, "agreement-overdue")).endsWith("cancelled agreement-overdue MOOT");
        assertThat(office.story(CARLA, "agreement-overdue")).containsExactly("scheduled agreement-overdue");
        talk.keep(agreement, due.minusDays(1));
        assertThat(office.story(CARLA, "agreement-overdue")).endsWith("cancelled agreement-overdue MOOT");
    }
}
