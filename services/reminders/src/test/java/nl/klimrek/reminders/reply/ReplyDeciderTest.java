package nl.klimrek.reminders.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.MeetingStatus;
import nl.klimrek.reminders.mail.ContactDetails;
import org.junit.jupiter.api.Test;

/** The decision on a message that came to the signed address of the employee, whom the counterpart invited. */
class ReplyDeciderTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final Instant SLOT = Instant.parse("2027-01-11T09:00:00Z");
    private static final String ANNA = "anna@example.org";
    private static final ContactDetails CONTACT = new ContactDetails("Anna", "A", "Anna@Example.org", "nl", null);

    @Test
    void the_three_answers_of_the_invited_person_count() {
        assertThat(decide(reply("ACCEPTED"))).isEqualTo(ReplyOutcome.ACCEPTED);
        assertThat(decide(reply("DECLINED"))).isEqualTo(ReplyOutcome.DECLINED);
        assertThat(decide(reply("TENTATIVE"))).isEqualTo(ReplyOutcome.TENTATIVE);
        assertThat(decide(reply("DELEGATED"))).isEqualTo(ReplyOutcome.NO_ANSWER);
        assertThat(decide(reply(""))).isEqualTo(ReplyOutcome.NO_ANSWER);
    }

    @Test
    void sender_and_attendee_are_the_invited_person() {
        assertThat(decide("other@example.org", reply("ACCEPTED"), meeting(), NOW))
                .isEqualTo(ReplyOutcome.NOT_THE_INVITED);
        assertThat(decide("", reply("ACCEPTED"), meeting(), NOW)).isEqualTo(ReplyOutcome.NOT_THE_INVITED);
        assertThat(decide(message("REPLY", 2, "other@example.org", "ACCEPTED", false, null, null)))
                .isEqualTo(ReplyOutcome.NOT_THE_INVITED);
        assertThat(ReplyDecider.decide(
                        "",
                        reply("ACCEPTED"),
                        ReplyOutcome.UNREADABLE,
                        meeting(),
                        Side.EMPLOYEE,
                        new ContactDetails(null, null, null, null, null),
                        NOW))
                .isEqualTo(ReplyOutcome.NOT_THE_INVITED);
    }

    @Test
    void another_sequence_or_a_slot_that_fell_away_is_outdated() {
        for (int sequence : new int[] {0, 1, 3}) {
            assertThat(decide(message("REPLY", sequence, ANNA, "ACCEPTED", false, null, null)))
                    .isEqualTo(ReplyOutcome.OUTDATED);
        }
        assertThat(decide(ANNA, reply("ACCEPTED"), meeting(MeetingStatus.CANCELLED, Side.COUNTERPART), NOW))
                .isEqualTo(ReplyOutcome.OUTDATED);
    }

    @Test
    void an_answer_when_the_slot_begins_is_too_late() {
        assertThat(decide(ANNA, reply("ACCEPTED"), meeting(), SLOT.minusMillis(1)))
                .isEqualTo(ReplyOutcome.ACCEPTED);
        assertThat(decide(ANNA, reply("ACCEPTED"), meeting(), SLOT)).isEqualTo(ReplyOutcome.PASSED);
    }

    @Test
    void one_who_agreed_can_still_decline() {
        Meeting agreed = meeting(MeetingStatus.CONFIRMED, Side.COUNTERPART);
        assertThat(decide(ANNA, reply("ACCEPTED"), agreed, NOW)).isEqualTo(ReplyOutcome.AGREED_BEFORE);
        assertThat(decide(ANNA, reply("TENTATIVE"), agreed, NOW)).isEqualTo(ReplyOutcome.STANDS);
        assertThat(decide(ANNA, reply("DECLINED"), agreed, NOW)).isEqualTo(ReplyOutcome.DECLINED);
        Meeting own = meeting(MeetingStatus.TENTATIVE, Side.EMPLOYEE);
        assertThat(decide(ANNA, reply("ACCEPTED"), own, NOW)).isEqualTo(ReplyOutcome.AGREED_BEFORE);
    }

    @Test
    void a_proposal_is_another_slot_that_lies_ahead() {
        assertThat(counter(SLOT.plusSeconds(3600), 60)).isEqualTo(ReplyOutcome.COUNTERED);
        assertThat(counter(SLOT, 60)).isEqualTo(ReplyOutcome.NO_TIME);
        assertThat(counter(SLOT, 30)).isEqualTo(ReplyOutcome.COUNTERED);
        assertThat(counter(NOW, 60)).isEqualTo(ReplyOutcome.NO_TIME);
        assertThat(counter(SLOT.plusSeconds(3600), 0)).isEqualTo(ReplyOutcome.NO_TIME);
        assertThat(counter(SLOT.plusSeconds(3600), -60)).isEqualTo(ReplyOutcome.NO_TIME);
        assertThat(counter(SLOT.plusSeconds(3600), 481)).isEqualTo(ReplyOutcome.NO_TIME);
        assertThat(decide(message("COUNTER", 2, ANNA, "TENTATIVE", false, null, null)))
                .isEqualTo(ReplyOutcome.NO_TIME);
    }

    @Test
    void other_methods_and_series_are_no_answers() {
        assertThat(decide(message("REQUEST", 2, ANNA, "ACCEPTED", false, null, null)))
                .isEqualTo(ReplyOutcome.NOT_A_REPLY);
        assertThat(decide(message("", 2, ANNA, "ACCEPTED", false, null, null))).isEqualTo(ReplyOutcome.NOT_A_REPLY);
        assertThat(decide(message("REPLY", 2, ANNA, "ACCEPTED", true, null, null)))
                .isEqualTo(ReplyOutcome.SERIES);
        assertThat(decide(ANNA, null, meeting(), NOW)).isEqualTo(ReplyOutcome.UNREADABLE);
    }

    private static ReplyOutcome counter(Instant start, int minutes) {
        return decide(message("COUNTER", 2, ANNA, "TENTATIVE", false, start, start.plus(Duration.ofMinutes(minutes))));
    }

    private static ReplyOutcome decide(CalendarMessage message) {
        return decide(ANNA, message, meeting(), NOW);
    }

    private static ReplyOutcome decide(String from, CalendarMessage message, Meeting meeting, Instant now) {
        return ReplyDecider.decide(from, message, ReplyOutcome.UNREADABLE, meeting, Side.EMPLOYEE, CONTACT, now);
    }

    private static CalendarMessage reply(String answer) {
        return message("REPLY", 2, ANNA, answer, false, null, null);
    }

    private static CalendarMessage message(
            String method,
            int sequence,
            String attendee,
            String answer,
            boolean recurring,
            Instant start,
            Instant end) {
        return new CalendarMessage(
                method, "c-1@conversations.klimrek", sequence, NOW, "", attendee, answer, recurring, false, start, end);
    }

    private static Meeting meeting() {
        return meeting(MeetingStatus.TENTATIVE, Side.COUNTERPART);
    }

    private static Meeting meeting(MeetingStatus status, Side proposedBy) {
        return new Meeting(
                "c-1", "p-anna", "p-bram", status, proposedBy, SLOT, SLOT.plusSeconds(3600), 2, 4, NOW, Map.of(), null);
    }
}
