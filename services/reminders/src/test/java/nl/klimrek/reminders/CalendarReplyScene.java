package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.reply.ReplyExplanationJob;
import nl.klimrek.testkit.events.TopicRecord;

/** Anna is invited to a conversation with Bram, a month ahead, by a mail to her calendar. */
final class CalendarReplyScene {

    final Reminders service = Reminders.SHARED;
    final OrganisationFixture office = new OrganisationFixture();
    final ConversationFixture talk = office.talk();
    final CalendarMails mails = new CalendarMails(service, office);
    final Instant slot;
    final MimeMessage invitation;

    CalendarReplyScene() {
        service.toNextMonday("10:00");
        slot = service.now().plus(Duration.ofDays(30));
        talk.invite(Side.COUNTERPART, slot);
        invitation = mails.await(ANNA, 1).get(0);
    }

    /** What Anna's calendar program replies. */
    CalendarReplyFixture reply(String answer) {
        return CalendarReplyFixture.to(invitation, answer, service.now().minusSeconds(60));
    }

    /** Puts a message into the mailbox and reads it. */
    void read(String message) {
        service.mailbox().deliver(message);
        service.readMailbox();
    }

    List<TopicRecord> events() {
        service.settle();
        return service.service().topics().of(office.organisation, Topics.CALENDAR_REPLIES);
    }

    List<String> answers() {
        return events().stream()
                .map(event -> event.json().path("answer").asText())
                .toList();
    }

    /** The one mail to Anna that explains a reply, when it is there. */
    String explanation() {
        await().atMost(Reminders.TIMEOUT)
                .untilAsserted(() -> assertThat(explanations()).hasSize(1));
        return explanations().get(0);
    }

    List<String> explanations() {
        return explanationsTo(ANNA);
    }

    List<String> explanationsTo(String person) {
        service.run(ReplyExplanationJob.class);
        return service.mailTo(office.address(person)).stream()
                .filter(mail -> CalendarMails.id(mail).contains(".calendar-reply."))
                .map(CalendarMails::text)
                .toList();
    }
}
