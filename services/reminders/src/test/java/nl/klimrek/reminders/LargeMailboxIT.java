package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.reply.ReplyExplanationJob;
import org.junit.jupiter.api.Test;

/** A mailbox with 10,000 messages: forged, old, for somebody else, larger than a reply; a few are right. */
class LargeMailboxIT {

    private static final int MESSAGES = 10_000;
    private static final int RIGHT = 10;

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final CalendarMails mails = new CalendarMails(service, office);

    @Test
    void the_right_ones_become_events_and_everything_else_is_gone_or_set_aside() {
        service.toNextMonday("10:00");
        Instant slot = service.now().plus(Duration.ofDays(30));
        for (int i = 0; i < RIGHT; i++) {
            office.talk().invite(Side.COUNTERPART, slot.plus(Duration.ofHours(i)));
        }
        MimeMessage[] invitations = mails.await(ANNA, RIGHT).toArray(MimeMessage[]::new);
        ConversationFixture moved = office.talk();
        moved.invite(Side.COUNTERPART, slot.plus(Duration.ofDays(1)));
        MimeMessage old = mails.await(ANNA, RIGHT + 1).get(RIGHT);
        moved.reschedule(Side.COUNTERPART, slot.plus(Duration.ofDays(2)));
        mails.await(ANNA, RIGHT + 2);
        int aside = service.mailbox().unknown();

        String stranger = "klimrek+" + office.organisation + "." + "q".repeat(26) + "@klimrek.example";
        for (int i = 0; i < MESSAGES; i++) {
            CalendarReplyFixture right =
                    CalendarReplyFixture.to(invitations[i / (MESSAGES / RIGHT)], "ACCEPTED", service.now());
            service.mailbox().deliver(i % 1000 == 500 ? right.message() : wrong(i, right, old, stranger));
        }
        service.readMailbox();

        assertThat(service.service().topics().of(office.organisation, Topics.CALENDAR_REPLIES))
                .hasSize(RIGHT)
                .allSatisfy(event ->
                        assertThat(event.json().path("answer").asText()).isEqualTo("ACCEPTED"));
        assertThat(service.mailbox().unknown() - aside)
                .as("larger than a reply")
                .isEqualTo(MESSAGES / 1000);
        service.run(ReplyExplanationJob.class);
        assertThat(service.mailTo(office.address(ANNA)).stream()
                        .filter(mail -> CalendarMails.id(mail).contains(".calendar-reply.")))
                .as("one explanation of a conversation in an hour, however many messages come")
                .hasSizeLessThanOrEqualTo(2);
    }

    private String wrong(int number, CalendarReplyFixture right, MimeMessage old, String stranger) {
        if (number % 1000 == 250) {
            return right.message() + "x".repeat(1_200_000);
        }
        return switch (number % 3) {
            case 0 -> right.sentTo(stranger).message();
            case 1 -> CalendarReplyFixture.to(old, "ACCEPTED", service.now()).message();
            default ->
                right.from("stranger" + number + "@elsewhere.example")
                        .about("c-unknown@conversations.klimrek")
                        .message();
        };
    }
}
