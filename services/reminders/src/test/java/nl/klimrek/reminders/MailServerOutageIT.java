package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mail server that is down for a day. */
@ExtendWith(NoSecondAttempt.class)
class MailServerOutageIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();

    @AfterEach
    void startMailServer() {
        if (!service.mailServer().isRunning()) {
            service.mailServer().start();
        }
    }

    @Test
    void what_was_due_goes_out_once_as_one_message_and_what_became_moot_does_not() throws Exception {
        Instant monday = service.toNextMonday("10:00");
        Instant slot = service.now().plus(Duration.ofDays(30));
        service.mailServer().stop();
        List<ConversationFixture> open = Stream.generate(office::talk).limit(3).toList();
        ConversationFixture answered = office.talk();
        open.forEach(talk -> talk.invite(Side.COUNTERPART, slot));
        answered.invite(Side.COUNTERPART, slot);
        for (int hour = 2; hour <= 8; hour += 2) {
            service.sendDue();
            service.advanceTo(monday.plus(Duration.ofHours(hour)));
        }
        answered.accept(Side.EMPLOYEE, slot);
        service.sendDue();
        assertThat(office.story(ANNA)).noneMatch(step -> step.startsWith("sent"));
        service.advanceTo(monday.plus(Duration.ofDays(1)));
        service.mailServer().start();

        MimeMessage mail = office.awaitMail(ANNA);

        service.sendDue();
        assertThat(office.mail(ANNA)).hasSize(1);
        assertThat(text(mail))
                .contains(open.stream().map(ConversationFixture::id).toList())
                .doesNotContain(answered.id());
        assertThat(office.story(ANNA, "answer-invitation"))
                .filteredOn(step -> step.startsWith("sent"))
                .hasSize(3);
        assertThat(office.inbox(ANNA)).hasSize(3);
    }

    private static String text(MimeMessage mail) throws Exception {
        BodyPart plain = ((MimeMultipart) mail.getContent()).getBodyPart(0);
        return String.valueOf(plain.getContent());
    }
}
