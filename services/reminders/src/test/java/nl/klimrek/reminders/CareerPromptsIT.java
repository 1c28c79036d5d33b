package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.klimrek.contracts.conversations.CareerConversationSuggested;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who never had a career conversation is invited, and answers by asking for one. */
class CareerPromptsIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private LocalDate today;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        today = Reminders.day(service.toNextMonday("07:00"));
    }

    @Test
    void only_the_employee_hears_of_it_until_a_career_conversation_is_asked_for() {
        suggested();
        assertThat(office.story(ANNA)).containsExactly("scheduled consider-career");
        planned(ConversationType.CHECK_IN, "c-1");
        assertThat(office.story(ANNA, "consider-career"))
                .as("another conversation is no answer")
                .containsExactly("scheduled consider-career");
        planned(ConversationType.CAREER, "c-2");
        assertThat(office.story(ANNA, "consider-career")).hasSize(2);
        assertThat(office.story(BRAM, "consider-career")).isEmpty();
    }

    private void suggested() {
        service.publish(
                office.organisation,
                ANNA,
                "career-" + ANNA,
                "system:clock",
                new CareerConversationSuggested(ANNA, today.plusDays(365)));
    }

    private void planned(ConversationType type, String conversation) {
        String id = office.organisation + conversation;
        service.publish(
                office.organisation,
                ANNA,
                id,
                ANNA,
                new ConversationPlanned(
                        id, ANNA, BRAM, type, ConversationReason.ASKED, null, today, today.plusDays(21)));
    }
}
