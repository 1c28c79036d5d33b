package nl.klimrek.reminders;

import static nl.klimrek.reminders.OrganisationFixture.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import nl.klimrek.contracts.Topics;
import nl.klimrek.reminders.mailbox.MailboxReader;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** Replies by calendar mail, from the mailbox to the event. */
class CalendarReplyIT {

    private final Reminders service = Reminders.SHARED;
    private final CalendarReplyScene scene = new CalendarReplyScene();

    @Test
    void a_yes_becomes_an_event_of_the_person_about_the_slot() {
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.events()).singleElement().satisfies(event -> {
            assertThat(EventSchema.violations(event)).isEmpty();
            assertThat(event.attribute("actor")).isEqualTo(ANNA);
            assertThat(event.key()).isEqualTo(scene.office.organisation + "/" + ANNA);
            assertThat(event.json().path("answer").asText()).isEqualTo("ACCEPTED");
            assertThat(event.json().path("by").asText()).isEqualTo("EMPLOYEE");
            assertThat(event.json().path("conversation").asText()).isEqualTo(scene.talk.id());
            assertThat(event.json().path("slotStart").asText()).isEqualTo(scene.slot.toString());
        });
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void a_perhaps_is_an_event_and_no_mail() {
        scene.read(scene.reply("TENTATIVE").message());
        assertThat(scene.answers()).containsExactly("TENTATIVE");
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void another_time_becomes_an_event_with_that_time_also_in_a_zone_of_windows() {
        Instant other = scene.slot.plus(Duration.ofDays(1));
        LocalDate summer = nextSummer();
        scene.read(scene.reply("TENTATIVE")
                .proposing(other, other.plusSeconds(1800))
                .message());
        scene.read(scene.reply("TENTATIVE")
                .method("COUNTER")
                .at(service.now())
                .with("DTSTART;TZID=W. Europe Standard Time:" + summer.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "T143000")
                .with("DURATION:PT1H")
                .message());
        assertThat(scene.events())
                .extracting(event -> event.json().path("proposedStart").asText())
                .containsExactly(other.toString(), summer + "T12:30:00Z");
        assertThat(scene.events())
                .extracting(event -> event.json().path("proposedEnd").asText())
                .containsExactly(other.plusSeconds(1800).toString(), summer + "T13:30:00Z");
    }

    /** A day after the slot on which clocks in the Netherlands are two hours ahead of UTC. */
    private LocalDate nextSummer() {
        LocalDate slot = LocalDate.ofInstant(scene.slot, ZoneOffset.UTC);
        LocalDate summer = slot.withMonth(7).withDayOfMonth(14);
        return summer.isAfter(slot) ? summer : summer.plusYears(1);
    }

    @Test
    void a_no_with_words_becomes_an_event_without_words_and_the_person_hears_that_they_are_not_read() {
        scene.read(scene.reply("DECLINED")
                .with("COMMENT:" + CalendarReplyFixture.WORDS)
                .message());
        assertThat(scene.answers()).containsExactly("DECLINED");
        assertThat(scene.explanation()).contains("Je nee is aangekomen").doesNotContain(CalendarReplyFixture.WORDS);
        assertThat(service.service().topics().of(scene.office.organisation, Topics.CALENDAR_REPLIES))
                .allSatisfy(event -> assertThat(event.everything()).doesNotContain(CalendarReplyFixture.WORDS));
    }

    @Test
    void a_message_has_one_effect_however_often_and_by_whichever_instance_it_is_read() {
        CalendarReplyFixture yes = scene.reply("ACCEPTED");
        scene.read(yes.message());
        scene.read(yes.message());
        try (ServiceUnderTest other = service.startSecondInstance()) {
            service.mailbox().deliver(yes.message());
            service.readMailbox(other);
        }
        assertThat(scene.answers()).containsExactly("ACCEPTED");
    }

    @Test
    void an_earlier_answer_that_comes_late_changes_nothing() {
        CalendarReplyFixture first = scene.reply("DECLINED");
        scene.read(scene.reply("ACCEPTED").at(service.now()).message());
        scene.read(first.message());
        assertThat(scene.answers()).containsExactly("ACCEPTED");
        assertThat(scene.explanations()).isEmpty();
    }

    @Test
    void a_clock_that_is_years_ahead_does_not_make_the_next_answer_an_old_one() {
        scene.read(scene.reply("TENTATIVE")
                .at(service.now().plus(Duration.ofDays(4000)))
                .message());
        scene.read(scene.reply("ACCEPTED").at(service.now().plusSeconds(1)).message());
        assertThat(scene.answers()).containsExactly("TENTATIVE", "ACCEPTED");
    }

    @Test
    void the_mailbox_is_read_again_after_its_server_was_away() {
        service.mailbox().stopServer();
        ClockJob job = service.service().bean(MailboxReader.class).job();
        ClockJobRunner runner = service.service().bean(ClockJobRunner.class);
        // The reader's own thread may be the one that meets the closed door.
        await().atMost(Reminders.TIMEOUT).untilAsserted(() -> {
            runner.request(job);
            assertThatThrownBy(() -> runner.run(job)).hasMessageContaining("The mailbox cannot be used now");
        });
        service.mailbox().startServer();
        scene.read(scene.reply("ACCEPTED").message());
        assertThat(scene.answers()).containsExactly("ACCEPTED");
    }
}
