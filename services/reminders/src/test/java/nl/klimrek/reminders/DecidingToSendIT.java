package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static nl.klimrek.reminders.OrganisationFixture.BRAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.service.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles, the weekly cap, wishes, own hours, series and escalation. */
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
        office.talk().invite(Side.COUNTERPART, slot());
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(6));
        assertThat(office.story(ANNA)).contains("sent answer-invitation");
        service.toNextMonday("10:00");
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(7));
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
    void a_series_says_it_in_other_words_and_ends_at_the_other_side() {
        ConversationFixture talk = office.talk();
        talk.invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(1));
        service.advanceTo(monday.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        assertThat(office.inbox(ANNA)).hasSize(1);
        service.toNextMonday("10:00");
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(3));
        service.advanceTo(service.now().plus(Duration.ofDays(3)));
        service.awaitSending(() -> assertThat(office.story(ANNA)).contains("escalated answer-invitation"));
        assertThat(office.story(ANNA))
                .filteredOn("ignored answer-invitation"::equals)
                .hasSize(3);
        assertThat(office.mail(ANNA).stream()
                        .map(GreenMailUtil::getWholeMessage)
                        .distinct())
                .hasSize(3);
        service.awaitSending(() -> assertThat(office.story(BRAM)).contains("sent follow-up-silence"));
        assertThat(office.inbox(ANNA)).hasSize(1);
        talk.accept(Side.EMPLOYEE, slot());
        assertThat(office.story(ANNA)).contains("acted answer-invitation");
        service.awaitSending(() -> assertThat(office.story(BRAM)).contains("cancelled follow-up-silence MOOT"));
        assertThat(office.mail(ANNA)).hasSize(3);
    }

    @Test
    void a_silence_that_nobody_else_looks_after_is_shown_to_hr_after_the_third_message() {
        ConversationFixture talk = office.talk();
        talk.accept(Side.EMPLOYEE, monday.minus(Duration.ofDays(1)));
        LocalDate today = Reminders.day(monday);
        awaitHoldMessages(1, today);
        awaitHoldMessages(2, today.plusDays(4));
        awaitHoldMessages(3, today.plusDays(8));

        // Four days after Tuesday it is Saturday.
        Instant end = Reminders.atNine(today.plusDays(14));
        service.advanceTo(end.minus(Duration.ofHours(1)));
        service.sendDue();
        assertThat(office.hr("/escalated").ids()).isEmpty();
        service.advanceTo(end);
        service.awaitSending(() -> assertThat(office.hr("/escalated").ids()).hasSize(2));

        assertThat(office.story(ANNA, "hold"))
                .filteredOn("ignored hold"::equals)
                .hasSize(3);
        assertThat(office.story(ANNA, "hold")).endsWith("escalated hold");
        assertThat(office.get(ANNA, "/escalated", "en").status()).isEqualTo(403);
        talk.hold(Side.EMPLOYEE, monday);
        service.settle();
        assertThat(office.hr("/escalated").ids()).isEmpty();
    }

    @Test
    void repeated_events_bring_no_second_series() {
        TestEvent invitation = office.talk().invite(Side.COUNTERPART, slot());
        service.settle();
        atTen();
        office.awaitMail(ANNA);
        service.repeat(invitation);
        service.sendDue();
        service.advanceTo(monday.plus(Duration.ofDays(3)).plus(Duration.ofHours(3)));
        service.awaitSending(() -> assertThat(office.mail(ANNA)).hasSize(2));
        service.repeat(invitation);
        service.sendDue();
        assertThat(office.mail(ANNA)).hasSize(2);
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

    private void awaitHoldMessages(int expected, LocalDate day) {
        service.advanceTo(Reminders.atNine(day));
        service.awaitSending(() -> assertThat(List.of(ANNA, BRAM))
                .allSatisfy(each -> assertThat(office.story(each, "hold"))
                        .filteredOn("sent hold"::equals)
                        .hasSize(expected)));
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
