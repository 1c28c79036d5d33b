package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.invitation.ReplyAddress;
import nl.klimrek.reminders.mail.ContactDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports in the mailbox about mail that was not delivered. */
class BounceIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();
    private final CalendarMails mails = new CalendarMails(service, office);
    private MimeMessage invitation;

    @BeforeEach
    void anna_is_invited() {
        service.toNextMonday("10:00");
        talk.invite(Side.COUNTERPART, service.now().plus(Duration.ofDays(30)));
        invitation = mails.await(ANNA, 1).get(0);
    }

    @Test
    void mail_leaves_with_the_signed_return_address_of_its_receiver() throws MessagingException {
        assertThat(invitation.getHeader("Return-Path"))
                .as("GreenMail notes the envelope sender")
                .containsExactly("<" + returnAddress(ANNA) + ">");
    }

    @Test
    void an_address_that_an_invitation_came_back_from_gets_no_mail_until_the_record_changes() {
        bounce(returnAddress(ANNA), office.address(ANNA), "5.1.1", CalendarMails.id(invitation));
        assertThat(isReachable(ANNA)).isFalse();
        assertThat(office.hr("/undeliverable").json().path("items").findValuesAsText("person"))
                .containsExactly(ANNA);
        office.list(ANNA, "en");
        service.settle();
        assertThat(isReachable(ANNA)).isTrue();
    }

    @Test
    void an_address_that_a_prompt_came_back_from_gets_no_mail() {
        String prompt = CalendarMails.id(office.awaitMail(ANNA));
        bounce(returnAddress(ANNA), office.address(ANNA), "5.1.1", prompt);
        assertThat(isReachable(ANNA)).isFalse();
    }

    @Test
    void a_full_mailbox_a_policy_or_a_delay_does_not_stop_mail() {
        for (String status : new String[] {"5.2.2", "5.7.1", "4.4.7"}) {
            bounce(returnAddress(ANNA), office.address(ANNA), status, CalendarMails.id(invitation));
        }
        assertThat(isReachable(ANNA)).isTrue();
    }

    @Test
    void nobody_stops_the_mail_of_somebody_else() {
        int before = service.mailbox().unknown();
        String id = CalendarMails.id(invitation);
        bounce(returnAddress(BRAM), office.address(ANNA), "5.1.1", id);
        bounce(ReplyMailbox.ADDRESS, office.address(ANNA), "5.1.1", id);
        bounce(returnAddress(ANNA), office.address(ANNA), "5.1.1", "<" + office.organisation + ".unknown.x.1@klimrek>");
        bounce(returnAddress(ANNA), office.address(ANNA), "5.1.1", "");
        assertThat(service.mailbox().unknown()).isEqualTo(before + 4);
        bounce(returnAddress(ANNA), office.address(BRAM), "5.1.1", id);
        assertThat(isReachable(ANNA)).isTrue();
        assertThat(isReachable(BRAM)).isTrue();
    }

    private void bounce(String to, String recipient, String status, String original) {
        service.mailbox().deliver("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.org
                To: <%s>
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="a"

                --a
                Content-Type: text/plain

                Sorry.
                --a
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s

                --a
                Content-Type: message/rfc822

                Subject: Uitnodiging
                Message-ID: %s

                text
                --a--
                """.formatted(to, recipient, status, original));
        service.readMailbox();
    }

    private boolean isReachable(String person) {
        return service.service().bean(ContactDirectory.class).find(key(person)).isReachable();
    }

    private String returnAddress(String person) {
        return service.service().bean(ReplyAddress.class).returnAddress(key(person));
    }

    private Key key(String person) {
        return Key.of(new Organisation(office.organisation), person);
    }
}
