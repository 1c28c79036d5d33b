package nl.klimrek.reminders.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** SEQUENCE and revisions over the life of a meeting. */
class MeetingTest {

    private static final Instant SLOT = Instant.parse("2027-01-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");

    @Test
    void a_move_raises_the_sequence_and_an_acceptance_does_not() {
        Meeting proposed = after(Meeting.at(null, proposal(SLOT, Side.EMPLOYEE)));
        assertThat(proposed.sequence()).isZero();
        Meeting accepted = after(Meeting.at(proposed, agreement(SLOT)));
        assertThat(accepted.sequence()).isZero();
        assertThat(accepted.revision()).isEqualTo(2);
        Meeting moved = after(Meeting.at(accepted, proposal(SLOT.plus(Duration.ofDays(1)), Side.COUNTERPART)));
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(moved.hasAgreed(Side.COUNTERPART)).isTrue();
        assertThat(moved.hasAgreed(Side.EMPLOYEE)).isFalse();
    }

    @Test
    void a_cancellation_and_a_new_slot_raise_the_sequence_also_when_it_is_the_former_slot() {
        Meeting proposed = after(Meeting.at(null, proposal(SLOT, Side.EMPLOYEE)));
        Meeting cancelled = after(proposed.cancel(NOW, NOW));
        assertThat(cancelled.sequence()).isEqualTo(1);
        assertThat(cancelled.cancel(NOW, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(after(Meeting.at(cancelled, proposal(SLOT, Side.EMPLOYEE))).sequence())
                .isEqualTo(2);
    }

    @Test
    void it_is_due_until_both_sides_have_its_present_state() {
        Meeting meeting = after(Meeting.at(null, proposal(SLOT, Side.EMPLOYEE)));
        Meeting half = after(meeting.mailed(Side.EMPLOYEE, 1, true));
        assertThat(half.dueAt()).isEqualTo(NOW);
        assertThat(half.mailed(Side.EMPLOYEE, 1, true)).isInstanceOf(Decision.Unchanged.class);
        Meeting whole = after(half.mailed(Side.COUNTERPART, 1, true));
        assertThat(whole.dueAt()).isNull();
        assertThat(whole.retry(NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void what_was_mailed_of_a_former_state_leaves_the_new_one_due() {
        Meeting meeting = after(Meeting.at(null, proposal(SLOT, Side.EMPLOYEE)));
        Meeting moved = after(Meeting.at(meeting, proposal(SLOT.plusSeconds(3600), Side.EMPLOYEE)));
        Meeting late = after(after(moved.mailed(Side.EMPLOYEE, 1, true)).mailed(Side.COUNTERPART, 1, true));
        assertThat(late.dueAt()).isNotNull();
        assertThat(late.of(Side.EMPLOYEE).revision()).isLessThan(late.revision());
    }

    @Test
    void over_many_lives_a_calendar_that_replaces_by_sequence_ends_with_the_present_state() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int life = 0; life < 2_000; life++) {
            Meeting meeting = after(Meeting.at(null, slot(random)));
            Map<Side, Meeting> calendars = new HashMap<>();
            for (int step = 0; step < 12; step++) {
                Meeting before = meeting;
                meeting = switch (random.nextInt(4)) {
                    case 0, 1 -> next(Meeting.at(meeting, slot(random)), meeting);
                    case 2 -> next(meeting.cancel(NOW, NOW), meeting);
                    default -> mail(meeting, calendars, Side.values()[random.nextInt(2)]);
                };
                assertThat(meeting.sequence()).as("seed " + seed).isGreaterThanOrEqualTo(before.sequence());
                assertThat(meeting.revision()).as("seed " + seed).isGreaterThanOrEqualTo(before.revision());
            }
            for (Side side : Side.values()) {
                meeting = mail(meeting, calendars, side);
                assertThat(calendars.get(side).start()).as("seed " + seed).isEqualTo(meeting.start());
                assertThat(calendars.get(side).status()).as("seed " + seed).isEqualTo(meeting.status());
            }
            assertThat(meeting.dueAt()).as("seed " + seed).isNull();
        }
    }

    /** Takes over what is mailed unless it has a later sequence, as calendars do (RFC 5546 §2.1.5). */
    private static Meeting mail(Meeting meeting, Map<Side, Meeting> calendars, Side side) {
        Meeting known = calendars.get(side);
        if (known == null || meeting.sequence() >= known.sequence()) {
            calendars.put(side, meeting);
        }
        return next(meeting.mailed(side, meeting.revision(), true), meeting);
    }

    private static Meeting slot(Random random) {
        Instant start = SLOT.plusSeconds(3600L * random.nextInt(3));
        return random.nextBoolean() ? proposal(start, Side.values()[random.nextInt(2)]) : agreement(start);
    }

    private static Meeting next(Decision<Meeting> decision, Meeting before) {
        return decision instanceof Decision.Accepted<Meeting> accepted ? accepted.state() : before;
    }

    private static Meeting after(Decision<Meeting> decision) {
        return ((Decision.Accepted<Meeting>) decision).state();
    }

    private static Meeting agreement(Instant start) {
        return meeting(start, MeetingStatus.CONFIRMED, Side.EMPLOYEE);
    }

    private static Meeting proposal(Instant start, Side by) {
        return meeting(start, MeetingStatus.TENTATIVE, by);
    }

    static Meeting meeting(Instant start, MeetingStatus status, Side by) {
        return new Meeting(
                "c-1", "p-anna", "p-bram", status, by, start, start.plusSeconds(3600), 0, 1, NOW, Map.of(), NOW);
    }
}
