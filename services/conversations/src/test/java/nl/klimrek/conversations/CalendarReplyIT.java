package nl.klimrek.conversations;

import static nl.klimrek.conversations.ConversationsUnderTest.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.contracts.reminders.CalendarAnswer;
import nl.klimrek.contracts.reminders.CalendarReplyReceived;
import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import org.junit.jupiter.api.Test;

/** A reply from a calendar becomes the step of the person who replied, or is refused with a reason. */
class CalendarReplyIT {

    private final Company company = new Company().joins(null, "mark").joins("mark", "emma", "finn");
    private final Talk talk = Talk.asked(company, "emma", "mark");
    private final String slot = Talk.slot(2);
    private int sequence;

    @Test
    void a_yes_accepts_the_slot_as_the_person_who_replied() {
        invited();
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null));
        assertThat(talk.status()).isEqualTo("ACCEPTED");
        assertThat(last("conversation-accepted")).satisfies(event -> {
            assertThat(event.attribute("actor")).isEqualTo("emma");
            assertThat(event.json().path("by").asText()).isEqualTo("EMPLOYEE");
        });
    }

    @Test
    void a_no_declines_with_a_reason_and_the_conversation_finds_another_time() {
        invited();
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.DECLINED, slot, null));
        assertThat(talk.status()).isEqualTo("PLANNED");
        assertThat(last("conversation-declined").json().path("reason").asText()).isNotEmpty();
        assertThat(talk.seenBy(talk.counterpart).ok().json().toString()).contains("antwoord vanuit de agenda");
    }

    @Test
    void a_no_to_what_was_agreed_on_declines_it_too() {
        talk.acceptedFor(slot);
        received(reply("mark", Side.COUNTERPART, CalendarAnswer.DECLINED, slot, null));
        assertThat(talk.status()).isEqualTo("PLANNED");
    }

    @Test
    void another_time_is_a_counter_proposal() {
        invited();
        String other = Talk.slot(3);
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.COUNTERED, slot, other));
        assertThat(talk.seenBy(talk.counterpart).ok().text("/slotStart"))
                .isEqualTo(start(other).toString());
        assertThat(talk.seenBy(talk.counterpart).text("/proposedBy")).isEqualTo("EMPLOYEE");
        assertThat(talk.status()).isEqualTo("INVITED");
    }

    @Test
    void a_perhaps_leaves_the_question_open() {
        invited();
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.TENTATIVE, slot, null));
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_reply_counts_once_however_often_it_is_read() {
        invited();
        TestEvent yes = reply("emma", Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null);
        received(yes);
        talk.step(talk.employee, "decline", "{'reason':'My train is late.'}").ok();
        talk.step(talk.counterpart, "invitation", slot).ok();
        received(yes);
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_yes_to_what_is_agreed_on_already_changes_nothing_and_refuses_nothing() {
        talk.acceptedFor(slot);
        TestEvent yes = reply("emma", Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null);
        received(yes);
        assertThat(talk.status()).isEqualTo("ACCEPTED");
        talk.step(talk.employee, "decline", "{'reason':'My train is late.'}").ok();
        talk.step(talk.counterpart, "invitation", slot).ok();
        received(yes);
        assertThat(talk.status())
                .as("the same slot again, which is another question")
                .isEqualTo("INVITED");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void a_reply_about_another_slot_is_refused_whatever_it_says() {
        invited();
        for (CalendarAnswer answer :
                List.of(CalendarAnswer.ACCEPTED, CalendarAnswer.DECLINED, CalendarAnswer.COUNTERED)) {
            received(reply("emma", Side.EMPLOYEE, answer, Talk.slot(5), Talk.slot(6)));
        }
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).containsExactly("SUPERSEDED", "SUPERSEDED", "SUPERSEDED");
        assertThat(EventSchema.violations(last("calendar-reply-refused"))).isEmpty();
    }

    @Test
    void nobody_is_booked_twice_by_a_calendar() {
        Talk other = Talk.asked(company, "finn", "mark").acceptedFor(slot);
        assertThat(other.status()).isEqualTo("ACCEPTED");
        talk.step(talk.employee, "invitation", slot).ok();
        TestEvent yes = reply("mark", Side.COUNTERPART, CalendarAnswer.ACCEPTED, slot, null);
        received(yes);
        received(yes);
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).containsExactly("SLOT_TAKEN");
    }

    @Test
    void a_time_that_is_not_usual_needs_the_word_of_the_person_on_the_page() {
        invited();
        Instant evening = Instant.parse(Talk.dayOf(Talk.slot(3)) + "T19:00:00Z");
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.COUNTERED, slot, Talk.slot(evening)));
        assertThat(refusals()).containsExactly("SLOT_OUTSIDE");
        Instant past = ConversationsUnderTest.clock().instant().minus(Duration.ofDays(7));
        received(reply("emma", Side.EMPLOYEE, CalendarAnswer.COUNTERED, slot, Talk.slot(past)));
        assertThat(refusals()).hasSize(2);
        assertThat(talk.seenBy(talk.employee).text("/slotStart"))
                .isEqualTo(start(slot).toString());
    }

    @Test
    void nobody_replies_for_the_other_side_or_about_the_conversation_of_others() {
        invited();
        received(reply("mark", Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null));
        received(reply("finn", Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null));
        received(reply("mark", Side.COUNTERPART, CalendarAnswer.ACCEPTED, slot, null));
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).containsExactly("NOT_PARTICIPANT", "NOT_PARTICIPANT", "OTHER");
    }

    @Test
    void a_reply_about_no_conversation_of_the_organisation_is_dropped() {
        invited();
        Company elsewhere = new Company().joins(null, "emma");
        TestEvent foreign = TestEvent.of(elsewhere.name, data(Side.EMPLOYEE, CalendarAnswer.ACCEPTED, slot, null))
                .withSubject(talk.id + ":EMPLOYEE")
                .withKey("emma")
                .withSequence(1)
                .withActor("emma");
        received(foreign);
        assertThat(talk.status()).isEqualTo("INVITED");
        assertThat(refusals()).isEmpty();
    }

    private void invited() {
        talk.step(talk.counterpart, "invitation", slot).ok();
    }

    private void received(TestEvent reply) {
        SERVICE.publisher().publish(reply);
        SERVICE.awaitSettled();
    }

    private TestEvent reply(String actor, Side by, CalendarAnswer answer, String about, String proposed) {
        return TestEvent.of(company.name, data(by, answer, about, proposed))
                .withSubject(talk.id + ":" + by)
                .withKey("emma")
                .withSequence(++sequence)
                .withActor(actor);
    }

    private CalendarReplyReceived data(Side by, CalendarAnswer answer, String about, String proposed) {
        boolean counter = answer == CalendarAnswer.COUNTERED;
        return new CalendarReplyReceived(
                talk.id,
                "emma",
                "mark",
                by,
                answer,
                start(about),
                end(about),
                counter ? start(proposed) : null,
                counter ? end(proposed) : null);
    }

    private List<String> refusals() {
        return company.published().stream()
                .filter(event -> event.type().endsWith("calendar-reply-refused.v1"))
                .map(event -> event.json().path("reason").asText())
                .toList();
    }

    private TopicRecord last(String type) {
        return company.published().stream()
                .filter(event -> event.type().endsWith(type + ".v1"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Instant start(String slot) {
        return Instant.parse(slot.split("'")[3]);
    }

    private static Instant end(String slot) {
        return Instant.parse(slot.split("'")[7]);
    }
}
