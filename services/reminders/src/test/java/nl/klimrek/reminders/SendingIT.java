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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.directory.PersonListed;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import org.junit.jupiter.api.Test;

class SendingIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private final ConversationFixture talk = office.talk();

    @Test
    void an_invitation_is_sent_at_nine_on_the_recipients_clock() throws Exception {
        Instant beforeNine = service.toNextMonday("07:30");
        Instant slot = slot();
        talk.invite(Side.COUNTERPART, slot);
        service.sendDue();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(dueAt()).isEqualTo(beforeNine.plus(Duration.ofMinutes(90)));

        service.advanceTo(dueAt());
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
                        "Met " + OrganisationFixture.GIVEN_NAME + " Achternaam",
                        slotIn(slot, "nl"),
                        "https://portal.test/conversations/" + talk.id(),
                        "<html lang=\"nl\">");
        assertThat(office.mail(BRAM)).isEmpty();
    }

    @Test
    void a_message_is_in_the_recipients_language() throws Exception {
        service.toNextMonday("10:00");
        talk.invite(Side.EMPLOYEE, slot());
        MimeMessage mail = office.awaitMail(BRAM);
        assertThat(mail.getSubject()).isEqualTo("An invitation for a conversation");
        assertThat(parts(mail)).contains("You receive this because", "<html lang=\"en\">");
    }

    @Test
    void a_repeated_event_causes_one_message() {
        service.toNextMonday("10:00");
        TestEvent invitation = talk.invite(Side.COUNTERPART, slot());
        office.awaitMail(ANNA);
        service.repeat(invitation);
        service.repeat(invitation);
        service.sendDue();
        service.sendDue();
        assertThat(office.mail(ANNA)).hasSize(1);
        assertThat(office.story(ANNA)).containsExactly("scheduled answer-invitation", "sent answer-invitation");
    }

    @Test
    void a_cancelled_conversation_asks_nothing_and_is_told() throws Exception {
        service.toNextMonday("08:30");
        talk.invite(Side.COUNTERPART, slot());
        talk.cancel();
        service.settle();
        service.toNextMonday("10:00");
        assertThat(office.awaitMail(ANNA).getSubject()).isEqualTo("Een gesprek gaat niet door");
        assertThat(office.story(ANNA, "answer-invitation"))
                .containsExactly("scheduled answer-invitation", "cancelled answer-invitation MOOT");
        assertThat(office.mail(BRAM)).isEmpty();
    }

    @Test
    void prompts_wait_while_the_mail_server_is_unavailable() {
        service.toNextMonday("10:00");
        service.mailServer().stop();
        talk.invite(Side.COUNTERPART, slot());
        office.talk().invite(Side.EMPLOYEE, slot());
        service.sendDue();
        service.sendDue();
        assertThat(office.story(ANNA)).containsExactly("scheduled answer-invitation");
        service.mailServer().start();
        office.awaitMail(ANNA);
        office.awaitMail(BRAM);
    }

    @Test
    void an_absent_person_is_prompted_on_the_first_day_back() {
        Instant monday = service.toNextMonday("08:30");
        LocalDate today = monday.atZone(Reminders.AMSTERDAM).toLocalDate();
        office.change(ANNA, BRAM, today, today.plusDays(1), PersonField.ABSENCE);
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        service.advanceTo(monday.plus(Duration.ofMinutes(31)));
        service.sendDue();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA))
                .containsExactly(
                        "scheduled answer-invitation",
                        "suppressed answer-invitation ABSENT",
                        "scheduled answer-invitation");
        service.advanceTo(monday.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(31)));
        office.awaitMail(ANNA);
    }

    @Test
    void a_person_who_left_is_not_prompted() {
        service.toNextMonday("08:30");
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        office.leave(ANNA);
        service.settle();
        service.toNextMonday("10:00");
        service.sendDue();
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(office.story(ANNA))
                .containsExactly("scheduled answer-invitation", "suppressed answer-invitation LEFT");
    }

    @Test
    void an_erased_person_gets_no_message() {
        service.toNextMonday("10:00");
        service.erase(office.organisation, ANNA);
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        office.awaitPrompt(ANNA);
        assertThat(office.mail(ANNA)).isEmpty();
    }

    @Test
    void an_invalid_address_delays_no_other_message() {
        service.toNextMonday("10:00");
        service.publish(
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

        assertThat(office.hr("/undeliverable").json().path("items").findValuesAsText("person"))
                .containsExactly(ANNA);
        assertThat(office.get(ANNA, "/undeliverable", "en").status()).isEqualTo(403);
        assertThat(office.get(ANNA, "/settings", "en").json().hasNonNull("undeliverableSince"))
                .isTrue();
        assertThat(new OrganisationFixture().hr("/undeliverable").json().path("items"))
                .isEmpty();
    }

    @Test
    void mail_goes_out_again_when_the_persons_record_changes() {
        service.toNextMonday("10:00");
        ContactDirectory contacts = service.service().bean(ContactDirectory.class);
        Key anna = Key.of(new Organisation(office.organisation), ANNA);
        contacts.undeliverable(anna, "other@" + office.organisation + ".example", service.now());
        assertThat(contacts.find(anna).isReachable()).isTrue();
        contacts.undeliverable(anna, office.address(ANNA), service.now());
        office.list(ANNA, "nl");
        service.settle();
        talk.invite(Side.COUNTERPART, slot());
        office.awaitPrompt(ANNA);
        assertThat(office.mail(ANNA)).isEmpty();

        office.list(ANNA, "en");
        service.settle();
        office.talk().invite(Side.COUNTERPART, slot());
        office.awaitMail(ANNA);
        assertThat(office.hr("/undeliverable").json().path("items")).isEmpty();
    }

    @Test
    void an_organisation_can_be_prompted_at_night() {
        OrganisationFixture night = new OrganisationFixture("night-shift");
        service.advanceTo(service.toNextMonday("10:00").plus(Duration.ofHours(17)));
        night.talk().invite(Side.COUNTERPART, slot());
        night.awaitMail(ANNA);
    }

    @Test
    void published_events_fit_their_schemas_and_hold_no_name_address_or_text() {
        service.toNextMonday("10:00");
        talk.invite(Side.COUNTERPART, slot());
        office.awaitMail(ANNA);
        talk.accept(Side.EMPLOYEE, slot());
        String account = "ba-" + UUID.randomUUID();
        service.publish(
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
        List<TopicRecord> published = service.published(office.organisation);
        assertThat(published)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(EventSchema.violations(event.type(), event.data()))
                        .isEmpty());
        assertThat(published)
                .allSatisfy(event -> assertThat(event.everything())
                        .doesNotContain(
                                OrganisationFixture.GIVEN_NAME,
                                "Achternaam",
                                "example",
                                ConversationFixture.COMMITMENT,
                                "Hallo"));
    }

    private static String slotIn(Instant slot, String language) {
        return slot.atZone(Reminders.AMSTERDAM)
                .format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.forLanguageTag(language)));
    }

    private Instant slot() {
        return service.now().plus(Duration.ofDays(30));
    }

    private Instant dueAt() {
        return Instant.parse(service.published(office.organisation)
                .get(0)
                .json()
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
