package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.Meeting.Mailed;
import nl.klimrek.testkit.events.TestEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations mailed to calendars: invitation, agreement, move and cancellation. */
class InvitationIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private final CalendarMails mails = new CalendarMails(service, office);
    private Instant slot;

    @BeforeEach
    void it_is_monday_at_ten() {
        service.toNextMonday("10:00");
        slot = service.now().plus(Duration.ofDays(30));
    }

    @Test
    void both_sides_get_an_invitation_in_their_language_that_says_who_and_when() throws Exception {
        talk.invite(Side.COUNTERPART, slot);
        MimeMessage toAnna = mails.await(ANNA, 1).get(0);
        MimeMessage toBram = mails.await(BRAM, 1).get(0);

        assertThat(toAnna.getSubject()).startsWith("Uitnodiging voor een gesprek, ");
        assertThat(toBram.getSubject()).startsWith("You proposed a time: ");
        assertThat(toAnna.getMessageID())
                .isEqualTo("<" + office.organisation + "." + talk.id() + ".calendar.EMPLOYEE.1@klimrek>");
        Calendar calendar = CalendarMails.calendar(toAnna);
        VEvent event = CalendarMails.event(toAnna);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(talk.id() + "@conversations.klimrek");
        assertThat(CalendarMails.value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(CalendarMails.value(event, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(CalendarMails.answers(event))
                .isEqualTo(Map.of(
                        "mailto:" + office.address(ANNA),
                        "NEEDS-ACTION",
                        "mailto:" + office.address(BRAM),
                        "ACCEPTED"));
        assertThat(CalendarMails.value(event, "ORGANIZER"))
                .startsWith("mailto:klimrek+" + office.organisation + ".")
                .endsWith("@klimrek.example")
                .isNotEqualTo(CalendarMails.value(CalendarMails.event(toBram), "ORGANIZER"));
        assertThat(event.toString())
                .contains("https://portal.test/conversations/" + talk.id())
                .doesNotContain(ConversationFixture.COMMITMENT);
    }

    @Test
    void an_agreement_keeps_the_sequence_a_move_raises_it_and_a_cancellation_takes_it_out() throws Exception {
        talk.invite(Side.COUNTERPART, slot);
        mails.await(ANNA, 1);
        talk.accept(Side.EMPLOYEE, slot);
        mails.await(ANNA, 2);
        talk.reschedule(Side.EMPLOYEE, slot.plus(Duration.ofDays(1)));
        mails.await(ANNA, 3);
        talk.cancel();
        List<MimeMessage> toAnna = mails.await(ANNA, 4);
        List<MimeMessage> toBram = mails.await(BRAM, 4);

        assertThat(toAnna)
                .extracting(CalendarMails::summary)
                .containsExactly(
                        "REQUEST 0 TENTATIVE", "REQUEST 0 CONFIRMED", "REQUEST 1 TENTATIVE", "CANCEL 2 CANCELLED");
        assertThat(toBram)
                .extracting(CalendarMails::summary)
                .containsExactly(
                        "REQUEST 0 TENTATIVE", "REQUEST 0 CONFIRMED", "REQUEST 1 TENTATIVE", "CANCEL 2 CANCELLED");
        assertThat(toAnna.stream()
                        .map(mail ->
                                CalendarMails.event(mail).getUid().orElseThrow().getValue())
                        .distinct())
                .hasSize(1);
        assertThat(toAnna.get(3).getSubject()).startsWith("Deze tijd vervalt: ");
    }

    @Test
    void a_decline_takes_the_slot_out_and_a_new_one_comes_back_under_the_same_uid() {
        talk.invite(Side.COUNTERPART, slot);
        mails.await(ANNA, 1);
        talk.decline(Side.EMPLOYEE);
        mails.await(ANNA, 2);
        talk.invite(Side.EMPLOYEE, slot);
        assertThat(mails.await(ANNA, 3))
                .extracting(CalendarMails::summary)
                .containsExactly("REQUEST 0 TENTATIVE", "CANCEL 1 CANCELLED", "REQUEST 2 TENTATIVE");
    }

    @Test
    void a_repeated_event_mails_nothing_more() {
        TestEvent invitation = talk.invite(Side.COUNTERPART, slot);
        mails.await(ANNA, 1);
        service.repeat(invitation);
        mails.send();
        mails.send();
        assertThat(mails.to(ANNA)).hasSize(1);
        assertThat(mails.to(BRAM)).hasSize(1);
    }

    @Test
    void a_mail_whose_sender_died_is_sent_again_with_the_same_id_and_calendar_part() throws Exception {
        talk.invite(Side.COUNTERPART, slot);
        MimeMessage first = mails.await(ANNA, 1).get(0);
        mails.await(BRAM, 1);
        service.meetings()
                .handle(
                        Key.of(new Organisation(office.organisation), talk.id()),
                        MessageContext.system("test"),
                        before -> Decision.accept(notMailed(before.orElseThrow(), Side.EMPLOYEE)));

        MimeMessage again = mails.await(ANNA, 2).get(1);
        assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
        assertThat(CalendarMails.calendar(again).toString())
                .isEqualTo(CalendarMails.calendar(first).toString());
        assertThat(mails.to(BRAM)).hasSize(1);
    }

    @Test
    void invitations_wait_while_the_mail_server_is_unavailable() {
        service.mailServer().stop();
        talk.invite(Side.COUNTERPART, slot);
        mails.send();
        mails.send();
        service.mailServer().start();
        assertThat(mails.await(ANNA, 1)).hasSize(1);
        assertThat(mails.await(BRAM, 1)).hasSize(1);
    }

    @Test
    void somebody_without_mail_about_conversations_gets_none_and_the_other_side_does() {
        office.put(ANNA, "/settings", "{\"withoutMail\":[\"CONVERSATIONS\"],\"unwanted\":[]}");
        talk.invite(Side.COUNTERPART, slot);
        mails.await(BRAM, 1);
        talk.cancel();
        mails.await(BRAM, 2);
        assertThat(mails.to(ANNA)).isEmpty();
    }

    @Test
    void what_a_calendar_has_is_taken_out_also_after_its_owner_turned_mail_off() {
        talk.invite(Side.COUNTERPART, slot);
        mails.await(ANNA, 1);
        office.put(ANNA, "/settings", "{\"withoutMail\":[\"CONVERSATIONS\"],\"unwanted\":[]}");
        talk.cancel();
        assertThat(mails.await(ANNA, 2).get(1))
                .extracting(CalendarMails::summary)
                .isEqualTo("CANCEL 1 CANCELLED");
        office.talk().invite(Side.COUNTERPART, slot);
        mails.await(BRAM, 3);
        assertThat(mails.to(ANNA)).hasSize(2);
    }

    @Test
    void nobody_is_invited_to_what_is_past_or_after_they_left() {
        office.leave(ANNA);
        service.settle();
        talk.invite(Side.COUNTERPART, slot);
        office.talk().invite(Side.COUNTERPART, service.now().minus(Duration.ofDays(1)));
        mails.await(BRAM, 1);
        mails.send();
        assertThat(mails.to(ANNA)).isEmpty();
        assertThat(mails.to(BRAM)).hasSize(1);
    }

    private Meeting notMailed(Meeting meeting, Side side) {
        return new Meeting(
                meeting.conversation(),
                meeting.employee(),
                meeting.counterpart(),
                meeting.status(),
                meeting.proposedBy(),
                meeting.start(),
                meeting.end(),
                meeting.sequence(),
                meeting.revision(),
                meeting.changedAt(),
                Map.of(side, new Mailed(0, false), other(side), meeting.mailed().get(other(side))),
                service.now());
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }
}
