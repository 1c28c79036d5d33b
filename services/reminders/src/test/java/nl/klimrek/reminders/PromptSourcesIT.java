package nl.klimrek.reminders;

import static nl.klimrek.reminders.ConversationFixture.COMMITMENT;
import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.ConversationHeld;
import nl.klimrek.contracts.conversations.ConversationMissed;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.FeedbackAsked;
import nl.klimrek.contracts.conversations.FeedbackDeclined;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.FeedbackKind;
import nl.klimrek.contracts.conversations.HandoverApproved;
import nl.klimrek.contracts.conversations.HandoverOpened;
import nl.klimrek.contracts.conversations.HandoverReceived;
import nl.klimrek.contracts.conversations.OverloadFound;
import nl.klimrek.contracts.conversations.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of what happens in conversations, and what silences it. */
class PromptSourcesIT {

    private static final String CARLA = "p-carla";

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private Instant monday;
    private LocalDate today;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        monday = service.toNextMonday("07:00");
        today = Reminders.day(monday);
    }

    @Test
    void both_sides_are_asked_to_arrange_a_planned_conversation_until_one_proposes_a_time() {
        planned(today.plusDays(22), null);
        assertThat(office.due(ANNA, "arrange")).isEqualTo(Reminders.atNine(today.plusDays(8)));
        assertThat(office.story(BRAM, "arrange")).containsExactly("scheduled arrange");
        talk.invite(Side.COUNTERPART, slot());
        assertThat(office.story(ANNA, "arrange")).containsExactly("scheduled arrange", "cancelled arrange MOOT");
        assertThat(office.story(BRAM, "arrange")).containsExactly("scheduled arrange", "cancelled arrange MOOT");
    }

    @Test
    void a_plan_that_comes_with_a_time_is_one_message() {
        planned(today.plusDays(3), null);
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(4)));
        office.awaitMail(ANNA);
        assertThat(office.story(ANNA)).doesNotContain("sent arrange");
        assertThat(office.mail(BRAM)).isEmpty();
    }

    @Test
    void a_new_cycle_is_told_once_to_whom_it_plans_conversations_with() {
        planned(today.plusDays(20), "cy-1");
        ConversationFixture second = office.talk();
        service.publish(
                office.organisation,
                ANNA,
                second.id(),
                "system:conversations",
                plan(second.id(), today.plusDays(30), "cy-1"));
        assertThat(office.story(BRAM, "see-cycle")).containsExactly("scheduled see-cycle");
        assertThat(office.story(ANNA, "see-cycle")).isEmpty();
    }

    @Test
    void the_side_that_proposed_hears_that_the_time_was_accepted() {
        talk.invite(Side.COUNTERPART, slot());
        talk.accept(Side.EMPLOYEE, slot());
        assertThat(office.story(BRAM, "see-acceptance")).containsExactly("scheduled see-acceptance");
        assertThat(office.story(ANNA, "see-acceptance")).isEmpty();
    }

    @Test
    void after_a_decline_the_other_side_is_asked_for_another_time_until_there_is_one() {
        talk.invite(Side.COUNTERPART, slot());
        talk.decline(Side.EMPLOYEE);
        assertThat(office.story(BRAM, "choose-another-time")).containsExactly("scheduled choose-another-time");
        assertThat(office.story(ANNA, "choose-another-time")).isEmpty();
        talk.invite(Side.EMPLOYEE, slot());
        assertThat(office.story(BRAM, "choose-another-time")).endsWith("cancelled choose-another-time MOOT");
    }

    @Test
    void everybody_but_the_one_who_cancelled_hears_of_it() {
        talk.cancel();
        assertThat(office.story(ANNA)).containsExactly("scheduled see-cancellation");
        assertThat(office.story(BRAM)).isEmpty();
        assertThat(office.inbox(ANNA)).isEmpty();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        String notice = office.awaitPrompt(ANNA);
        assertThat(office.post(ANNA, "/" + notice + "/seen", "").text("status")).isEqualTo("ACTED");
        service.awaitSending(() -> assertThat(office.inbox(ANNA)).isEmpty());
    }

    @Test
    void a_prompt_that_asks_for_a_step_does_not_end_by_being_seen() {
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        service.advanceTo(monday.plus(Duration.ofHours(3)));
        String asked = office.awaitPrompt(ANNA);
        assertThat(office.post(ANNA, "/" + asked + "/seen", "").text("code")).isEqualTo("prompt-needs-step");
        assertThat(office.inbox(ANNA)).containsExactly(asked);
    }

    @Test
    void a_missed_conversation_asks_both_sides_to_choose_after_all() {
        tell("system:conversations", new ConversationMissed(talk.id(), ANNA, BRAM, today.minusDays(1)));
        assertThat(office.story(ANNA)).containsExactly("scheduled arrange-missed");
        assertThat(office.story(BRAM)).containsExactly("scheduled arrange-missed");
        talk.invite(Side.EMPLOYEE, slot());
        assertThat(office.story(ANNA, "arrange-missed")).endsWith("cancelled arrange-missed MOOT");
    }

    @Test
    void two_days_after_a_conversation_without_a_report_both_sides_are_asked_for_one() {
        tell(ANNA, new ConversationHeld(talk.id(), ANNA, BRAM, monday.minus(Duration.ofHours(20)), null, null, null));
        assertThat(office.due(BRAM, "write-report")).isEqualTo(Reminders.atNine(today.plusDays(1)));
        talk.record(Side.COUNTERPART, 1);
        assertThat(office.story(ANNA, "write-report")).endsWith("cancelled write-report MOOT");
        assertThat(office.story(BRAM, "write-report")).endsWith("cancelled write-report MOOT");
    }

    @Test
    void a_colleague_is_asked_for_feedback_and_the_employee_hears_of_the_answer() {
        office.join(CARLA, null, "Europe/Amsterdam");
        asked("f-1");
        asked("f-2");
        assertThat(office.story(CARLA)).hasSize(2).containsOnly("scheduled give-feedback");
        feedback("f-1", CARLA, new FeedbackGiven("f-1", ANNA, CARLA, COMMITMENT));
        feedback("f-2", CARLA, new FeedbackDeclined("f-2", ANNA, CARLA));
        assertThat(office.story(CARLA))
                .filteredOn("cancelled give-feedback MOOT"::equals)
                .hasSize(2);
        assertThat(office.story(ANNA)).containsExactly("scheduled read-feedback");
    }

    @Test
    void a_hand_over_is_asked_of_the_employee_and_then_of_the_new_manager() {
        office.join(CARLA, null, "Europe/Amsterdam");
        handover(new HandoverOpened("h-1", ANNA, CARLA, BRAM, today), "system:conversations");
        assertThat(office.story(ANNA)).containsExactly("scheduled approve-handover");
        assertThat(office.story(CARLA)).isEmpty();
        handover(new HandoverApproved("h-1", ANNA, CARLA, 0, false, null), ANNA);
        assertThat(office.story(ANNA)).endsWith("cancelled approve-handover MOOT");
        assertThat(office.story(CARLA)).containsExactly("scheduled receive-handover");
        handover(new HandoverReceived("h-1", ANNA, CARLA), CARLA);
        assertThat(office.story(CARLA)).endsWith("cancelled receive-handover MOOT");
    }

    @Test
    void a_manager_without_room_hears_of_it_while_it_matters() {
        service.publish(
                office.organisation,
                BRAM,
                "cy-2",
                "system:conversations",
                new OverloadFound("cy-2", BRAM, 3, 180, today, today.plusDays(30), List.of()));
        assertThat(office.story(BRAM)).containsExactly("scheduled see-load");
        service.publish(
                office.organisation,
                BRAM,
                "cy-3",
                "system:conversations",
                new OverloadFound("cy-3", BRAM, 3, 180, today.minusDays(30), today.minusDays(1), List.of()));
        assertThat(office.story(BRAM)).hasSize(1);
    }

    private void planned(LocalDate from, String cycle) {
        tell("system:conversations", plan(talk.id(), from, cycle));
    }

    private static ConversationPlanned plan(String id, LocalDate from, String cycle) {
        return new ConversationPlanned(
                id, ANNA, BRAM, ConversationType.CHECK_IN, ConversationReason.CADENCE, cycle, from, from.plusDays(14));
    }

    private void asked(String feedback) {
        feedback(
                feedback,
                ANNA,
                new FeedbackAsked(feedback, ANNA, CARLA, FeedbackKind.FEEDBACK, 2, COMMITMENT, today.plusDays(14)));
    }

    private void feedback(String feedback, String actor, Record fact) {
        service.publish(office.organisation, ANNA, feedback, actor, fact);
    }

    private void handover(Record fact, String actor) {
        service.publish(office.organisation, ANNA, "h-1", actor, fact);
    }

    private void tell(String actor, Record fact) {
        service.publish(office.organisation, ANNA, talk.id(), actor, fact);
    }

    private Instant slot() {
        return monday.plus(Duration.ofDays(14)).plus(Duration.ofHours(3));
    }
}
