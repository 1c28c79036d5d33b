package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.reminders.Bus.Published;
import nl.klimrek.testkit.events.EventSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class SendingIT {

    private final RunningReminders service = RunningReminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();

    @Test
    void an_invitation_becomes_a_message_at_nine_on_the_receiver_s_own_clock() throws Exception {
        Instant beforeNine = service.clock.toNextMonday("07:30");
        talk.invite(Side.COUNTERPART, slot());
        service.look();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(dueAt()).isEqualTo(beforeNine.plus(Duration.ofMinutes(90)));

        service.clock.to(dueAt());
        MimeMessage mail = office.awaitMail(ANNA);

        assertThat(mail.getSubject()).isEqualTo("Een uitnodiging voor een gesprek");
        assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
        assertThat(mail.getContentType()).startsWith("multipart/");
        assertThat(parts(mail))
                .contains(
                        "Content-Type: text/plain",
                        "Content-Type: text/html",
                        "Hallo " + OrganisationFixture.GIVEN_NAME,
                        "Je krijgt dit bericht omdat",
                        "https://portal.test/conversations/" + talk.id(),
                        "<html lang=\"nl\">");
        assertThat(office.mail(BRAM)).isEmpty();
    }

    @Test
    void who_reads_english_is_written_to_in_english() throws Exception {
        service.clock.toNextMonday("10:00");
        talk.invite(Side.EMPLOYEE, slot());
        MimeMessage mail = office.awaitMail(BRAM);
        assertThat(mail.getSubject()).isEqualTo("An invitation for a conversation");
        assertThat(parts(mail)).contains("You receive this because", "<html lang=\"en\">");
    }

    @Test
    void the_same_event_twice_is_one_message() {
        service.clock.toNextMonday("10:00");
        ProducerRecord<String, String> invitation = talk.invite(Side.COUNTERPART, slot());
        office.awaitMail(ANNA);
        service.bus.again(invitation);
        service.bus.again(invitation);
        service.look();
        service.look();
        assertThat(office.mail(ANNA)).hasSize(1);
        assertThat(office.story(ANNA)).containsExactly("scheduled answer-invitation", "sent answer-invitation");
    }

    @Test
    void a_cancelled_conversation_is_silent() {
        service.clock.toNextMonday("08:30");
        talk.invite(Side.COUNTERPART, slot());
        talk.cancel();
        service.clock.toNextMonday("10:00");
        service.look();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA))
                .containsExactly("scheduled answer-invitation", "cancelled answer-invitation MOOT");
    }

    @Test
    void while_the_mail_server_is_away_prompts_wait_and_come_as_soon_as_it_is_back() {
        service.clock.toNextMonday("10:00");
        service.mailServer.stop();
        talk.invite(Side.COUNTERPART, slot());
        office.talk().invite(Side.EMPLOYEE, slot());
        service.look();
        service.look();
        assertThat(office.story(ANNA)).containsExactly("scheduled answer-invitation");
        service.mailServer.start();
        office.awaitMail(ANNA);
        office.awaitMail(BRAM);
    }

    @Test
    void who_is_away_is_asked_on_the_first_day_back_and_it_is_told_why_not_before() {
        Instant monday = service.clock.toNextMonday("08:30");
        LocalDate today = monday.atZone(MovableClock.AMSTERDAM).toLocalDate();
        office.change(ANNA, BRAM, today, today.plusDays(1), PersonField.ABSENCE);
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        service.clock.to(monday.plus(Duration.ofMinutes(31)));
        service.look();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA))
                .containsExactly(
                        "scheduled answer-invitation",
                        "suppressed answer-invitation ABSENT",
                        "scheduled answer-invitation");
        service.clock.to(monday.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(31)));
        office.awaitMail(ANNA);
    }

    @Test
    void who_left_is_left_alone() {
        service.clock.toNextMonday("08:30");
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        office.leave(ANNA);
        service.settle();
        service.clock.toNextMonday("10:00");
        service.look();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA))
                .containsExactly("scheduled answer-invitation", "suppressed answer-invitation LEFT");
    }

    @Test
    void who_was_erased_from_the_directory_is_not_written_to() {
        service.clock.toNextMonday("10:00");
        service.bus.erase(office.organisation, ANNA);
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        office.awaitPrompt(ANNA);
        assertThat(office.mail(ANNA)).isEmpty();
    }

    @Test
    void an_address_that_can_not_be_written_to_holds_up_nobody_else() {
        service.clock.toNextMonday("10:00");
        service.bus.publish(
                office.organisation,
                ANNA,
                ANNA,
                "system:hr",
                new PersonListed(
                        ANNA,
                        null,
                        "X",
                        "no address, at all",
                        "nl",
                        "Europe/Amsterdam",
                        "0123456789abcdef0123456789abcdef"));
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        office.talk().invite(Side.EMPLOYEE, slot());
        office.awaitMail(BRAM);
        office.awaitPrompt(ANNA);
    }

    @Test
    void an_organisation_that_works_around_the_clock_is_prompted_at_night() {
        OrganisationFixture night = new OrganisationFixture("night-shift");
        service.clock.to(service.clock.toNextMonday("10:00").plus(Duration.ofHours(17)));
        night.talk().invite(Side.COUNTERPART, slot());
        night.awaitMail(ANNA);
    }

    @Test
    void every_published_fact_fits_its_schema_and_holds_no_name_address_or_word() {
        service.clock.toNextMonday("10:00");
        talk.invite(Side.COUNTERPART, slot());
        office.awaitMail(ANNA);
        talk.accept(Side.EMPLOYEE, slot());
        String account = "ba-" + UUID.randomUUID();
        service.bus.publish(
                office.organisation,
                ANNA,
                account,
                ANNA,
                new BudgetRequested(
                        account,
                        ANNA,
                        account + ":" + UUID.randomUUID(),
                        null,
                        null,
                        List.of(),
                        null,
                        ConversationFixture.COMMITMENT));
        service.settle();
        List<Published> published = service.bus.published(office.organisation);
        assertThat(published)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(
                                EventSchema.violations(fact.type(), fact.data().toString()))
                        .isEmpty());
        assertThat(published)
                .allSatisfy(fact -> assertThat(fact.text())
                        .doesNotContain(
                                OrganisationFixture.GIVEN_NAME,
                                "Achternaam",
                                "example",
                                ConversationFixture.COMMITMENT,
                                "Hallo"));
    }

    private Instant slot() {
        return service.clock.instant().plus(Duration.ofDays(30));
    }

    private Instant dueAt() {
        return Instant.parse(service.bus
                .published(office.organisation)
                .get(0)
                .data()
                .path("dueAt")
                .asText());
    }

    private static String parts(MimeMessage mail) throws Exception {
        StringBuilder text = new StringBuilder(GreenMailUtil.getWholeMessage(mail));
        collect((MimeMultipart) mail.getContent(), text);
        return text.toString();
    }

    private static void collect(MimeMultipart parts, StringBuilder text) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            Object content = parts.getBodyPart(i).getContent();
            if (content instanceof MimeMultipart inner) {
                collect(inner, text);
            } else {
                text.append(content);
            }
        }
    }
}
