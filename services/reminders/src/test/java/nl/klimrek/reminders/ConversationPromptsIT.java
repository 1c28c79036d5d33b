package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import org.junit.jupiter.api.Test;

/** Which step of a conversation asks whom for what, and what silences it. */
class ConversationPromptsIT {

    private final RunningReminders service = RunningReminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private final Instant monday = service.clock.toNextMonday("10:00");
    private final Instant slot = monday.plus(Duration.ofDays(14));

    @Test
    void the_side_that_did_not_propose_is_asked_to_answer() {
        talk.invite(Side.COUNTERPART, slot);
        talk.reschedule(Side.EMPLOYEE, slot.plus(Duration.ofDays(1)));
        assertThat(office.story(BRAM)).containsExactly("scheduled answer-invitation");
        assertThat(office.story(ANNA)).first().isEqualTo("scheduled answer-invitation");
        assertThat(office.story(ANNA)).last().asString().matches("(acted|cancelled) answer-invitation.*");
    }

    @Test
    void after_acceptance_both_are_asked_to_prepare_five_days_before_and_whether_it_took_place_afterwards() {
        talk.invite(Side.COUNTERPART, slot);
        service.settle();
        office.awaitPrompt(ANNA);
        talk.accept(Side.EMPLOYEE, slot);
        for (String person : List.of(ANNA, BRAM)) {
            assertThat(office.story(person)).endsWith("scheduled prepare", "scheduled hold");
            assertThat(office.due(person, "prepare"))
                    .isEqualTo(MovableClock.atNine(MovableClock.day(slot).minusDays(5)));
            assertThat(office.due(person, "hold")).isEqualTo(slot.plus(Duration.ofHours(1)));
        }
        assertThat(office.story(ANNA)).contains("sent answer-invitation", "acted answer-invitation");
    }

    @Test
    void where_a_policy_says_from_when_to_prepare_it_is_asked_then() {
        talk.acceptPrepared(Side.EMPLOYEE, slot, 4);
        for (String person : List.of(ANNA, BRAM)) {
            assertThat(office.story(person)).endsWith("scheduled prepare", "scheduled hold");
            assertThat(office.due(person, "prepare"))
                    .isEqualTo(MovableClock.atNine(MovableClock.day(slot).minusDays(4)));
        }
    }

    @Test
    void who_prepared_before_the_time_was_agreed_on_is_not_asked_to() {
        talk.invite(Side.COUNTERPART, slot);
        talk.prepare(Side.EMPLOYEE);
        talk.accept(Side.EMPLOYEE, slot);
        assertThat(office.story(ANNA)).doesNotContain("scheduled prepare");
        assertThat(office.story(BRAM)).contains("scheduled prepare");
    }

    @Test
    void preparing_is_acted_upon_when_asked_and_stays_done_when_the_time_moves() {
        talk.accept(Side.EMPLOYEE, slot);
        service.settle();
        service.clock.to(slot.minus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
        office.awaitMail(ANNA);
        talk.prepare(Side.EMPLOYEE);
        assertThat(office.story(ANNA)).endsWith("sent prepare", "acted prepare");
        talk.reschedule(Side.COUNTERPART, slot.plus(Duration.ofDays(14)));
        talk.accept(Side.EMPLOYEE, slot.plus(Duration.ofDays(14)));
        assertThat(office.story(ANNA)).filteredOn("scheduled prepare"::equals).hasSize(1);
        assertThat(office.story(BRAM)).filteredOn("scheduled prepare"::equals).hasSize(2);
    }

    @Test
    void declining_silences_what_the_time_asked_for() {
        talk.accept(Side.EMPLOYEE, slot);
        talk.decline(Side.COUNTERPART);
        assertThat(office.story(ANNA))
                .containsExactly(
                        "scheduled prepare", "scheduled hold", "cancelled prepare MOOT", "cancelled hold MOOT");
    }

    @Test
    void when_the_time_has_passed_both_are_asked_and_one_answer_is_enough() {
        talk.accept(Side.EMPLOYEE, slot);
        talk.prepare(Side.EMPLOYEE);
        talk.prepare(Side.COUNTERPART);
        service.settle();
        service.clock.to(slot.plus(Duration.ofHours(2)));
        office.awaitMail(ANNA);
        office.awaitMail(BRAM);
        talk.hold(Side.EMPLOYEE, slot);
        assertThat(office.story(ANNA)).endsWith("sent hold", "acted hold");
        assertThat(office.story(BRAM)).endsWith("sent hold", "cancelled hold MOOT");
    }

    @Test
    void nobody_is_asked_to_prepare_once_the_conversation_has_begun() {
        talk.accept(Side.EMPLOYEE, slot);
        service.settle();
        service.clock.to(slot);
        service.look();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA)).contains("cancelled prepare MOOT");
    }

    @Test
    void a_report_is_for_both_to_confirm_and_a_corrected_one_again() {
        talk.record(Side.COUNTERPART, 1);
        office.awaitPrompt(ANNA);
        office.awaitPrompt(BRAM);
        talk.confirm(Side.EMPLOYEE, false);
        assertThat(office.story(ANNA)).endsWith("sent confirm-report", "acted confirm-report");
        talk.record(Side.COUNTERPART, 2);
        assertThat(office.story(ANNA))
                .filteredOn("scheduled confirm-report"::equals)
                .hasSize(2);
    }

    @Test
    void who_can_not_reach_the_conversation_any_more_is_asked_nothing_there_also_not_for_a_later_version() {
        talk.record(Side.COUNTERPART, 1);
        office.awaitPrompt(BRAM);
        talk.part();
        assertThat(office.story(BRAM))
                .containsExactly("scheduled confirm-report", "sent confirm-report", "cancelled confirm-report MOOT");
        talk.record(Side.EMPLOYEE, 2);
        assertThat(office.story(BRAM)).hasSize(3);
        assertThat(office.story(ANNA))
                .filteredOn("scheduled confirm-report"::equals)
                .hasSize(2);
    }
}
