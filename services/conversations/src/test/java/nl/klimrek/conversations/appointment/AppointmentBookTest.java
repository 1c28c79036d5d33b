package nl.klimrek.conversations.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.conversations.appointment.Reservation.State;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationFixture;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

class AppointmentBookTest {

    private static final Instant TEN = Instant.parse("2027-03-09T09:00:00Z");
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @Test
    void a_time_of_which_another_conversation_has_a_part_is_not_reserved() {
        AppointmentBook book = reserved(AppointmentBook.EMPTY, "first", at(0, 1));
        assertThat(book.reserve("second", at(30, 1))).isInstanceOf(Decision.Unchanged.class);
        assertThat(book.others("second", at(30, 1))).containsOnlyKeys("first");
        assertThat(reserved(book, "second", at(60, 1)).reservations()).containsOnlyKeys("first", "second");
    }

    @Test
    void a_later_round_of_the_same_conversation_takes_the_place_of_an_earlier_one_and_never_the_other_way() {
        AppointmentBook book = reserved(AppointmentBook.EMPTY, "first", at(0, 1));
        AppointmentBook moved = reserved(book, "first", at(120, 2));
        assertThat(moved.holds("first", at(120, 2))).isTrue();
        assertThat(moved.reserve("first", at(0, 1))).isInstanceOf(Decision.Unchanged.class);
        assertThat(reserved(moved, "second", at(0, 1)).reservations()).hasSize(2);
    }

    @Test
    void what_is_over_is_forgotten_and_a_reservation_is_removed_as_it_was_read() {
        AppointmentBook book = reserved(AppointmentBook.EMPTY, "first", at(0, 1));
        Reservation later = Reservation.of(slot(60 * 24), 1, TEN.plus(Duration.ofHours(2)));
        assertThat(reserved(book, "second", later).reservations()).containsOnlyKeys("second");
        assertThat(book.remove("first", at(0, 2))).isInstanceOf(Decision.Unchanged.class);
        assertThat(book.remove("first", at(0, 1)).stateOr(() -> book).reservations())
                .isEmpty();
    }

    @Test
    void a_reservation_is_worth_what_its_conversation_makes_of_it() {
        Conversation invited = ConversationFixture.invited();
        Slot slot = ConversationFixture.SLOT;
        Reservation reserved = Reservation.of(slot, invited.appointment().round(), NOW);
        assertThat(reserved.state(null)).isEqualTo(State.VOID);
        assertThat(reserved.state(invited)).isEqualTo(State.PENDING);
        assertThat(reserved.state(ConversationFixture.accepted())).isEqualTo(State.STANDS);
        assertThat(reserved.state(ConversationFixture.planned())).isEqualTo(State.VOID);
        Conversation next = SchedulingSteps.endReservation(
                        invited, invited.appointment().round())
                .stateOr(() -> invited);
        assertThat(next.appointment().proposal())
                .isEqualTo(invited.appointment().proposal());
        assertThat(reserved.state(next)).isEqualTo(State.VOID);
    }

    @Test
    void what_is_accepted_or_in_another_round_does_not_end() {
        Conversation accepted = ConversationFixture.accepted();
        assertThat(SchedulingSteps.endReservation(
                        accepted, accepted.appointment().round()))
                .isInstanceOf(Decision.Unchanged.class);
        Conversation invited = ConversationFixture.invited();
        assertThat(SchedulingSteps.endReservation(invited, invited.appointment().round() + 1))
                .isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void an_acceptance_is_waited_for_shortly_whatever_the_clock_said_that_reserved() {
        Reservation reserved = Reservation.of(slot(0), 1, NOW);
        assertThat(reserved.overdue(NOW.plusSeconds(9))).isFalse();
        assertThat(reserved.overdue(NOW.plusSeconds(11))).isTrue();
        assertThat(Reservation.of(slot(0), 1, NOW.plus(Duration.ofDays(1))).overdue(NOW))
                .isTrue();
    }

    private static AppointmentBook reserved(AppointmentBook book, String conversation, Reservation wanted) {
        AppointmentBook next = book.reserve(conversation, wanted).stateOr(() -> book);
        assertThat(next.holds(conversation, wanted)).isTrue();
        return next;
    }

    private static Reservation at(int minutes, int round) {
        return Reservation.of(slot(minutes), round, NOW);
    }

    private static Slot slot(int minutes) {
        Instant start = TEN.plus(Duration.ofMinutes(minutes));
        return new Slot(start, start.plus(Duration.ofHours(1)));
    }
}
