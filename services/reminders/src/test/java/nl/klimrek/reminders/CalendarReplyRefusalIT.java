package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import nl.klimrek.contracts.conversations.CalendarReplyRefused;
import nl.klimrek.contracts.conversations.ReplyRefusal;
import nl.klimrek.contracts.conversations.Side;
import org.junit.jupiter.api.Test;

/** Messages in the mailbox that change nothing, and the mail that says why. */
class CalendarReplyRefusalIT {

    private final Reminders service = Reminders.SHARED;
    private final CalendarReplyScene scene = new CalendarReplyScene();

    @Test
    void nobody_answers_for_somebody_else() {
        String stranger = "stranger@elsewhere.example";
        MimeMessage toBram = scene.mails.await(BRAM, 1).get(0);
        CalendarReplyFixture bram = CalendarReplyFixture.to(toBram, "ACCEPTED", service.now());
        scene.read(scene.reply("ACCEPTED").from(stranger).message());
        scene.read(scene.reply("ACCEPTED").attendee(stranger).message());
        scene.read(scene.reply("ACCEPTED").sentTo(bram.to()).message());
        assertThat(scene.answers()).isEmpty();
        assertThat(scene.explanation()).contains("ander adres");
        assertThat(service.calendarMailTo(stranger)).isEmpty();
        assertThat(service.mailTo(stranger)).isEmpty();
    }

    @Test
    void an_address_that_was_made_for_nobody_is_answered_by_nobody() {
        CalendarReplyFixture yes = scene.reply("ACCEPTED");
        String guessed = "klimrek+" + scene.office.organisation + "." + "a".repeat(26) + "@klimrek.example";
        scene.read(yes.sentTo(guessed).message());
        scene.read(yes.again().sentTo(ReplyMailbox.ADDRESS).message());
        scene.read(yes.again()
                .sentTo("klimrek+another-organisation." + "b".repeat(26) + "@klimrek.example")
                .message());
        scene.read(yes.again()
                .about(scene.office.talk().id() + "@conversations.klimrek")
                .message());
        assertThat(scene.answers()).isEmpty();
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void an_answer_to_a_former_slot_is_explained_and_changes_nothing() {
        scene.talk.reschedule(Side.COUNTERPART, scene.slot.plus(Duration.ofDays(1)));
        scene.mails.await(ANNA, 2);
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.answers()).isEmpty();
        assertThat(scene.explanation())
                .contains("eerdere tijd", "https://portal.test/conversations/" + scene.talk.id());
    }

    @Test
    void an_answer_after_the_slot_began_or_about_a_series_or_with_no_answer_is_explained() {
        scene.read(scene.reply("NEEDS-ACTION").message());
        assertThat(scene.explanation()).contains("geen ja, geen nee");
        service.advanceTo(service.now().plus(Duration.ofHours(1)));
        scene.read(
                scene.reply("ACCEPTED").with("RECURRENCE-ID:20270111T090000Z").message());
        assertThat(scene.explanations().get(1)).contains("reeks");
        service.advanceTo(scene.slot);
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.explanations().get(2)).contains("nadat deze tijd was begonnen");
        assertThat(scene.answers()).isEmpty();
    }

    @Test
    void an_ordinary_answer_is_explained_and_its_words_are_repeated_nowhere() {
        scene.read(scene.reply("").plainMessage());
        assertThat(scene.explanation()).contains("gewoon bericht").doesNotContain(CalendarReplyFixture.WORDS);
        assertThat(scene.answers()).isEmpty();
    }

    @Test
    void a_holiday_notice_is_answered_by_nothing() {
        scene.read("Auto-Submitted: auto-replied\n" + scene.reply("").plainMessage());
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void a_calendar_that_answers_by_itself_gets_no_explanation() {
        scene.read(
                "Auto-Submitted: auto-replied\n" + scene.reply("NEEDS-ACTION").message());
        assertThat(scene.explanations()).isEmpty();
        assertThat(scene.answers()).isEmpty();
    }

    @Test
    void what_comes_from_nobody_known_is_set_aside_for_people() {
        int before = service.mailbox().unknown();
        scene.read(scene.reply("").sentTo(ReplyMailbox.ADDRESS).plainMessage());
        scene.read("Subject: without anything\n\n");
        scene.read("not even a header");
        assertThat(service.mailbox().unknown()).isEqualTo(before + 3);
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void explanations_to_one_person_are_an_hour_apart() {
        for (int i = 0; i < 5; i++) {
            scene.read(scene.reply("DELEGATED").message());
        }
        assertThat(scene.explanations()).hasSize(1);
        service.advanceTo(service.now().plus(Duration.ofHours(1)));
        assertThat(scene.explanations()).hasSize(2);
        service.advanceTo(service.now().plus(Duration.ofHours(2)));
        assertThat(scene.explanations()).hasSize(2);
    }

    @Test
    void the_one_who_agreed_already_hears_nothing_of_a_yes_and_is_told_that_a_perhaps_changes_nothing() {
        MimeMessage toBram = scene.mails.await(BRAM, 1).get(0);
        scene.read(CalendarReplyFixture.to(toBram, "ACCEPTED", service.now()).message());
        assertThat(scene.explanationsTo(BRAM)).isEmpty();
        scene.read(CalendarReplyFixture.to(toBram, "TENTATIVE", service.now()).message());
        assertThat(scene.explanationsTo(BRAM))
                .singleElement()
                .asString()
                .contains("You agreed to this time, so it stands");
        assertThat(scene.answers()).isEmpty();
    }

    @Test
    void what_conversations_refuses_is_explained_once_in_the_readers_language() {
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.answers()).containsExactly("ACCEPTED");
        service.repeat(service.publish(
                scene.office.organisation,
                ANNA,
                scene.talk.id(),
                ANNA,
                new CalendarReplyRefused(scene.talk.id(), ANNA, BRAM, Side.EMPLOYEE, ReplyRefusal.SLOT_TAKEN)));
        assertThat(scene.explanation()).contains("Je hebt op deze tijd een ander gesprek");
        service.advanceTo(service.now().plus(Duration.ofHours(2)));
        assertThat(scene.explanations()).hasSize(1);
    }

    @Test
    void somebody_who_left_answers_nothing_any_more() {
        scene.office.leave(ANNA);
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.answers()).isEmpty();
        assertThat(scene.explanations()).isEmpty();
    }
}
