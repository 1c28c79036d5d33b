package nl.klimrek.conversations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.SchedulingSteps;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Versioned;
import org.junit.jupiter.api.Test;

/** A calendar shows the newest state of a conversation, whatever the numbers and the order of its events. */
class CalendarEntriesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    private static final Slot FIRST = inDays(3);
    private static final Slot MOVED = inDays(5);

    private final Conversation invited = invitedAt(FIRST);
    private final Conversation moved =
            state(SchedulingSteps.reschedule(invited, new Proposal(MOVED, Side.EMPLOYEE), NOW));

    @Test
    void a_move_that_a_restored_service_publishes_under_a_number_it_used_before_is_shown() {
        CalendarEntries lost = shown(CalendarEntries.NONE, invited, 2, 7);
        assertThat(entry(shown(lost, moved, 3, 7)).start()).isEqualTo(MOVED.start());
    }

    @Test
    void an_event_that_a_later_one_overtook_shows_the_present_state() {
        CalendarEntries later = shown(CalendarEntries.NONE, invited, 2, 7);
        assertThat(entry(shown(later, moved, 3, 6)).start()).isEqualTo(MOVED.start());
    }

    @Test
    void a_state_that_was_read_before_a_newer_one_changes_nothing() {
        CalendarEntries newer = shown(CalendarEntries.NONE, moved, 3, 7);
        assertThat(entry(shown(newer, invited, 2, 8)).start()).isEqualTo(MOVED.start());
    }

    @Test
    void the_number_that_calendars_see_rises_with_each_change_and_only_then() {
        CalendarEntries before = shown(CalendarEntries.NONE, invited, 2, 7);
        assertThat(entry(shown(before, invited, 3, 9)).sequence()).isEqualTo(7);
        assertThat(entry(shown(before, moved, 3, 4)).sequence()).isEqualTo(8);
        assertThat(entry(shown(before, moved, 3, 11)).sequence()).isEqualTo(11);
    }

    private static CalendarEntries shown(CalendarEntries before, Conversation now, long version, long sequence) {
        return before.showing(new Versioned<>(now, version, false), Side.EMPLOYEE, sequence, NOW, NOW.minusSeconds(60))
                .stateOr(() -> before);
    }

    private static CalendarEntry entry(CalendarEntries entries) {
        return entries.byConversation().get("c-1");
    }

    private static Conversation invitedAt(Slot slot) {
        Conversation planned = state(Conversation.planned(
                new ConversationPlan("c-1", ConversationType.DEVELOPMENT, ConversationReason.CADENCE, "cycle-1", null),
                Participants.of("emma", "mark", Relation.LINE),
                new Window(TODAY, TODAY.plusDays(20)),
                TODAY));
        return state(SchedulingSteps.invite(planned, new Proposal(slot, Side.COUNTERPART), NOW, TODAY));
    }

    private static Conversation state(Decision<Conversation> decision) {
        return decision.stateOr(() -> {
            throw new AssertionError(decision);
        });
    }

    private static Slot inDays(int days) {
        Instant start = NOW.plus(Duration.ofDays(days));
        return new Slot(start, start.plus(Duration.ofHours(1)));
    }
}
