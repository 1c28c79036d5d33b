package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.contracts.conversations.FeedbackGiven;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.deciding.SendingDiary;
import nl.klimrek.reminders.prompt.SendingClaim;
import nl.klimrek.testkit.service.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles, the weekly cap, wishes and own hours. */
class DecidingToSendIT {

    private final Reminders service = Reminders.SHARED;
    private final OrganisationFixture office = new OrganisationFixture();
    private Instant monday;

    @BeforeEach
    void it_is_monday_before_office_hours() {
        monday = service.toNextMonday("07:00");
    }

    @Test
    void what_is_due_at_one_moment_is_one_message() throws Exception {
        office.talk().invite(Side.COUNTERPART, slot());
        office.talk().invite(Side.COUNTERPART, slot());
        given("f-1");
        service.settle();
        atTen();
        service.awaitSending(() -> assertThat(office.inbox(ANNA)).hasSize(3));
        MimeMessage mail = office.awaitMail(ANNA);
        assertThat(mail.getSubject()).isEqualTo("Er wachten een paar dingen op je");
        assertThat(office.story(ANNA))
                .filteredOn(step -> step.startsWith("sent"))
                .hasSize(3);
    }

    @Test
    void a_message_that_its_sender_did_not_finish_goes_out_whole_under_the_same_id() throws Exception {
        office.talk().invite(Side.COUNTERPART, slot());
        office.talk().invite(Side.COUNTERPART, slot());
        List<String> ids = office.prompts(ANNA);
        atTen();
        Instant now = service.now();
        SendingClaim dead = SendingClaim.from(now);
        Organisation organisation = new Organisation(office.organisation);
        service.diaries()
                .handle(
                        Key.of(organisation, ANNA),
                        MessageContext.system("test"),
                        before -> Decision.accept(before.orElse(SendingDiary.EMPTY)
                                .open(office.organisation + "/" + ids.get(1) + ".1", dead, now)));
        ids.forEach(id -> service.prompts()
                .handle(
                        Key.of(organisation, id),
                        MessageContext.system("test"),
                        before -> before.orElseThrow().claim(dead, now)));
        service.sendDue();
        assertThat(office.mail(ANNA)).isEmpty();

        service.advanceTo(now.plus(SendingClaim.DURATION).plusSeconds(1));
        service.awaitSending(() -> assertThat(office.inbox(ANNA)).hasSize(2));

        assertThat(office.mail(ANNA)).hasSize(1);
        assertThat(office.mail(ANNA).get(0).getMessageID()).contains(ids.get(1).replaceAll("[^A-Za-z0-9.-]", "."));
    }

    @Test
    void after_the_weeks_messages_what_is_no_duty_waits_for_monday_and_comes_as_one() {
        IntStream.rangeClosed(1, 5).forEach(day -> {
            given("f-" + day);
            service.settle();
            service.advanceTo(monday.plus(Duration.ofMinutes(130 + day)));
            service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(day));
        });
        given("f-6");
        given("f-7");
        service.settle();
        service.awaitSending(() -> assertThat(office.story(ANNA))
                .filteredOn("suppressed read-feedback CAP"::equals)
                .hasSize(2));
        assertThat(office.mail(ANNA)).hasSize(5);
        ConversationFixture talk = office.talk();
        talk.invite(Side.COUNTERPART, slot());
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(6));
        assertThat(office.story(ANNA)).contains("sent answer-invitation");
        // Without an answer the invitation would be repeated by then.
        talk.accept(Side.EMPLOYEE, slot());
        service.toNextMonday("10:00");
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(7));
        service.advanceTo(service.now().plus(Duration.ofHours(1)));
        service.sendDue();
        assertThat(office.mail(ANNA)).hasSize(7);
    }

    @Test
    void a_person_chooses_what_they_get_and_duties_come_in_any_case() {
        assertThat(choose("{\"withoutMail\":[\"CONVERSATIONS\"],\"unwanted\":[\"FEEDBACK\",\"CONVERSATIONS\"]}")
                        .status())
                .isEqualTo(200);
        given("f-1");
        office.talk().invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        office.awaitMail(ANNA);
        service.awaitSending(() -> assertThat(office.story(ANNA))
                .contains("suppressed read-feedback OPTED_OUT", "sent answer-invitation"));
        assertThat(office.inbox(ANNA)).hasSize(1);
    }

    @Test
    void a_kind_without_mail_comes_to_the_inbox_alone() {
        choose("{\"withoutMail\":[\"FEEDBACK\"],\"unwanted\":[]}");
        given("f-1");
        service.settle();
        atTen();
        office.awaitPrompt(ANNA);
        assertThat(office.mail(ANNA)).isEmpty();
        assertThat(choose("{\"withoutMail\":[],\"unwanted\":[]}").status()).isEqualTo(200);
    }

    @Test
    void own_hours_replace_those_of_the_organisation() {
        assertThat(choose("{\"withoutMail\":[],\"unwanted\":[],\"from\":\"13:00\",\"until\":\"13:30\"}")
                        .text("code"))
                .isEqualTo("sending-hours-invalid");
        choose("{\"withoutMail\":[],\"unwanted\":[],\"from\":\"13:00\",\"until\":\"15:00\"}");
        office.talk().invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        service.awaitSending(() -> assertThat(office.story(ANNA)).contains("suppressed answer-invitation QUIET"));
        assertThat(office.mail(ANNA)).isEmpty();
        service.advanceTo(monday.plus(Duration.ofHours(6)));
        office.awaitMail(ANNA);
    }

    @Test
    void hr_sees_what_would_go_out_and_what_would_not_without_single_people() {
        List<String> people = IntStream.range(0, 6)
                .mapToObj(i -> "p-" + i + UUID.randomUUID())
                .toList();
        people.forEach(person -> office.join(person, BRAM, "Europe/Amsterdam"));
        service.settle();
        people.forEach(person -> service.publish(
                office.organisation,
                person,
                "f-" + person,
                BRAM,
                new FeedbackGiven("f-" + person, person, BRAM, ConversationFixture.COMMITMENT)));
        given("f-single");
        office.talk().cancel();
        service.settle();
        var preview = office.hr("/preview").json();
        assertThat(preview.path("messages").asInt()).isEqualTo(7);
        assertThat(preview.path("complete").asBoolean()).isTrue();
        assertThat(preview.path("lines").findValuesAsText("action")).contains("READ_FEEDBACK", "SEE_CANCELLATION");
        preview.path("lines").forEach(line -> {
            if (line.path("action").asText().equals("SEE_CANCELLATION")) {
                assertThat(line.path("sent").isNull() || line.path("sent").isMissingNode())
                        .isTrue();
            }
        });
        assertThat(office.get(ANNA, "/preview", "en").status()).isEqualTo(403);
    }

    private HttpAnswer choose(String body) {
        return office.put(ANNA, "/settings", body);
    }

    private void given(String feedback) {
        String id = feedback + UUID.randomUUID();
        service.publish(
                office.organisation, ANNA, id, BRAM, new FeedbackGiven(id, ANNA, BRAM, ConversationFixture.COMMITMENT));
    }

    private void atTen() {
        service.advanceTo(monday.plus(Duration.ofHours(3)));
    }

    private Instant slot() {
        return monday.plus(Duration.ofDays(30));
    }
}
