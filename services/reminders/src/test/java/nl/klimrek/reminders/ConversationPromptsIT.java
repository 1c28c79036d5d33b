package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import org.junit.jupiter.api.Test;

/** Prompts that a conversation's events schedule and cancel. */
class ConversationPromptsIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private final Instant monday = service.toNextMonday("10:00");
    private final Instant slot = monday.plus(Duration.ofDays(14));

    @Test
    void the_side_that_did_not_propose_is_asked_to_answer() {
        talk.invite(Side.COUNTERPART, slot);
        talk.reschedule(Side.EMPLOYEE, slot.plus(Duration.ofDays(1)));
        assertThat(story(BRAM)).containsExactly("scheduled answer-invitation");
        assertThat(story(ANNA)).first().isEqualTo("scheduled answer-invitation");
        assertThat(story(ANNA)).last().asString().matches("(acted|cancelled) answer-invitation.*");
    }

    @Test
    void acceptance_schedules_preparation_and_holding_for_both_sides() {
        talk.invite(Side.COUNTERPART, slot);
        service.settle();
        office.awaitPrompt(ANNA);
        talk.accept(Side.EMPLOYEE, slot);
        for (String person : List.of(ANNA, BRAM)) {
            assertThat(story(person)).endsWith("scheduled prepare", "scheduled hold");
            assertThat(office.due(person, "prepare"))
                    .isEqualTo(Reminders.atNine(Reminders.day(slot).minusDays(5)));
            assertThat(office.due(person, "hold")).isEqualTo(slot.plus(Duration.ofHours(1)));
        }
        assertThat(story(ANNA)).contains("sent answer-invitation", "acted answer-invitation");
    }

    @Test
    void a_policy_sets_the_day_of_the_preparation_prompt() {
        talk.acceptPrepared(Side.EMPLOYEE, slot, 4);
        for (String person : List.of(ANNA, BRAM)) {
            assertThat(story(person)).endsWith("scheduled prepare", "scheduled hold");
            assertThat(office.due(person, "prepare"))
                    .isEqualTo(Reminders.atNine(Reminders.day(slot).minusDays(4)));
        }
    }

    @Test
    void a_side_that_prepared_before_the_acceptance_is_not_prompted_to() {
        talk.invite(Side.COUNTERPART, slot);
        talk.prepare(Side.EMPLOYEE);
        talk.accept(Side.EMPLOYEE, slot);
        assertThat(story(ANNA)).doesNotContain("scheduled prepare");
        assertThat(story(BRAM)).contains("scheduled prepare");
    }

    @Test
    void a_preparation_stays_done_when_the_conversation_is_rescheduled() {
        talk.accept(Side.EMPLOYEE, slot);
        service.settle();
        service.advanceTo(slot.minus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
        office.awaitMail(ANNA);
        talk.prepare(Side.EMPLOYEE);
        assertThat(story(ANNA)).endsWith("sent prepare", "acted prepare");
        talk.reschedule(Side.COUNTERPART, slot.plus(Duration.ofDays(14)));
        talk.accept(Side.EMPLOYEE, slot.plus(Duration.ofDays(14)));
        assertThat(story(ANNA)).filteredOn("scheduled prepare"::equals).hasSize(1);
        assertThat(story(BRAM)).filteredOn("scheduled prepare"::equals).hasSize(2);
    }

    @Test
    void a_decline_cancels_the_prompts_of_the_accepted_time() {
        talk.accept(Side.EMPLOYEE, slot);
        talk.decline(Side.COUNTERPART);
        assertThat(story(ANNA))
                .containsExactly(
                        "scheduled prepare", "scheduled hold", "cancelled prepare MOOT", "cancelled hold MOOT");
    }

    @Test
    void both_sides_are_asked_whether_it_took_place_and_one_answer_is_enough() {
        talk.accept(Side.EMPLOYEE, slot);
        talk.prepare(Side.EMPLOYEE);
        talk.prepare(Side.COUNTERPART);
        service.settle();
        service.advanceTo(slot.plus(Duration.ofHours(2)));
        service.awaitSending(() -> {
            assertThat(story(ANNA)).endsWith("sent hold");
            assertThat(story(BRAM)).endsWith("sent hold");
        });
        talk.hold(Side.EMPLOYEE, slot);
        assertThat(story(ANNA)).endsWith("sent hold", "acted hold");
        assertThat(story(BRAM)).endsWith("sent hold", "cancelled hold MOOT");
    }

    @Test
    void nobody_is_asked_to_prepare_once_the_conversation_has_begun() {
        talk.accept(Side.EMPLOYEE, slot);
        service.settle();
        service.advanceTo(slot);
        service.sendDue();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(story(ANNA)).contains("cancelled prepare MOOT");
    }

    @Test
    void both_sides_are_asked_to_confirm_each_version_of_a_report() {
        talk.record(Side.COUNTERPART, 1);
        office.awaitPrompt(ANNA);
        office.awaitPrompt(BRAM);
        talk.confirm(Side.EMPLOYEE, false);
        assertThat(story(ANNA)).endsWith("sent confirm-report", "acted confirm-report");
        talk.record(Side.COUNTERPART, 2);
        assertThat(story(ANNA)).filteredOn("scheduled confirm-report"::equals).hasSize(2);
    }

    @Test
    void a_counterpart_who_left_is_not_asked_to_confirm_any_version() {
        talk.record(Side.COUNTERPART, 1);
        office.awaitPrompt(BRAM);
        talk.part();
        assertThat(story(BRAM))
                .containsExactly("scheduled confirm-report", "sent confirm-report", "cancelled confirm-report MOOT");
        talk.record(Side.EMPLOYEE, 2);
        assertThat(story(BRAM)).hasSize(3);
        assertThat(story(ANNA)).filteredOn("scheduled confirm-report"::equals).hasSize(2);
    }

    /** The story of the prompts that were there before notices. */
    private List<String> story(String person) {
        return office.story(person, "answer-invitation", "prepare", "hold", "confirm-report");
    }
}
