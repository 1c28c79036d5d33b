package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.CoachAppointed;
import nl.klimrek.contracts.conversations.CoachEndReason;
import nl.klimrek.contracts.conversations.CoachEnded;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.ConversationCancelled;
import nl.klimrek.contracts.conversations.ExternalCoachAccepted;
import nl.klimrek.contracts.conversations.ExternalCoachEndReason;
import nl.klimrek.contracts.conversations.ExternalCoachEnded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A coach hears of the appointment and of its end. */
class CoachPromptsIT {

    private static final String EXTERNAL = "ext-7f1c";
    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @BeforeEach
    void it_is_monday_before_office_hours() {
        service.toNextMonday("07:00");
    }

    @Test
    void a_coach_hears_of_the_appointment_and_a_former_one_of_its_end_and_not_of_what_they_cannot_read() {
        publish(new CoachAppointed(BRAM, CoachKind.CAREER_COACH));
        assertThat(office.story(BRAM)).containsExactly("scheduled see-appointment");
        publish(new CoachEnded(BRAM, CoachEndReason.ENDED_BY_HR));
        assertThat(office.story(BRAM, "see-appointment-end")).containsExactly("scheduled see-appointment-end");
        assertThat(office.story(BRAM, "see-appointment")).hasSize(2);
        String conversation = office.organisation + "c-1";
        service.publish(
                office.organisation,
                ANNA,
                conversation,
                "system:clock",
                new ConversationCancelled(conversation, ANNA, BRAM, CancelReason.COACH_ENDED));
        assertThat(office.story(ANNA)).containsExactly("scheduled see-cancellation");
        assertThat(office.story(BRAM, "see-cancellation")).isEmpty();
    }

    @Test
    void somebody_who_left_the_organisation_gets_no_message_about_it() {
        publish(new CoachEnded(BRAM, CoachEndReason.LEFT));
        assertThat(office.story(BRAM)).isEmpty();
    }

    @Test
    void the_employee_hears_that_a_coach_from_outside_accepted_until_that_coach_ends() {
        external(new ExternalCoachAccepted(EXTERNAL, ANNA));
        assertThat(office.story(ANNA)).containsExactly("scheduled see-coach-acceptance");
        service.advanceTo(Reminders.atNine(Reminders.day(service.now())).plusSeconds(1));
        assertThat(office.awaitPrompt(ANNA)).startsWith("see-coach-acceptance:");
        external(new ExternalCoachEnded(EXTERNAL, ANNA, ExternalCoachEndReason.WITHDRAWN));
        assertThat(office.story(ANNA))
                .containsExactly(
                        "scheduled see-coach-acceptance",
                        "sent see-coach-acceptance",
                        "cancelled see-coach-acceptance MOOT");
    }

    @ParameterizedTest
    @EnumSource(ExternalCoachEndReason.class)
    void the_employee_hears_once_that_a_coach_from_outside_takes_no_part_unless_it_is_no_news(
            ExternalCoachEndReason reason) {
        String conversation = office.organisation + "c-2";
        external(new ExternalCoachEnded(EXTERNAL, ANNA, reason));
        service.publish(
                office.organisation,
                ANNA,
                conversation,
                "system:clock",
                new ConversationCancelled(conversation, ANNA, EXTERNAL, CancelReason.COACH_ENDED));
        boolean known = List.of(
                        ExternalCoachEndReason.COMPLETED,
                        ExternalCoachEndReason.WITHDRAWN,
                        ExternalCoachEndReason.EMPLOYEE_LEFT)
                .contains(reason);
        assertThat(office.story(ANNA)).isEqualTo(known ? List.of() : List.of("scheduled see-coach-end"));
    }

    private void external(Record event) {
        service.publish(office.organisation, ANNA, EXTERNAL, "system:clock", event);
    }

    private void publish(Record event) {
        service.publish(office.organisation, BRAM, "coach-" + BRAM, "hr", event);
    }
}
