package nl.klimrek.conversations.dialogue.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.NextAction;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry.OpenAgreement;
import nl.klimrek.conversations.dialogue.overview.TeamRhythmLine.RhythmMonth;
import org.junit.jupiter.api.Test;

class TeamRhythmLineTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @Test
    void the_last_is_the_newest_that_took_place_and_what_is_cancelled_counts_nowhere() {
        TeamRhythmLine line = line(
                talk("old", ConversationStatus.CLOSED, null, "2026-03-10T09:00:00Z"),
                talk("new", ConversationStatus.RECORDED, null, "2026-09-02T09:00:00Z"),
                talk("off", ConversationStatus.CANCELLED, "2026-10-10T09:00:00Z", null));
        assertThat(line.last().conversation()).isEqualTo("new");
        assertThat(line.open()).extracting(TeamRhythmConversation::conversation).containsExactly("new");
        assertThat(line.months()).containsExactly(new RhythmMonth("2026-03", 1, 0), new RhythmMonth("2026-09", 1, 0));
    }

    @Test
    void what_lies_ahead_counts_in_the_month_of_its_slot_and_without_one_at_the_end_of_its_window() {
        TeamRhythmLine line = line(
                talk("slot", ConversationStatus.ACCEPTED, "2026-12-08T09:00:00Z", null),
                talk("window", ConversationStatus.PLANNED, null, null));
        assertThat(line.last()).isNull();
        assertThat(line.open()).extracting(TeamRhythmConversation::conversation).containsExactly("slot", "window");
        assertThat(line.months()).containsExactly(new RhythmMonth("2026-12", 0, 1), new RhythmMonth("2027-01", 0, 1));
    }

    @Test
    void a_talk_belongs_to_the_day_it_was_where_the_manager_is() {
        TeamRhythmLine line =
                line(talk("late", ConversationStatus.HELD, "2026-10-15T09:00:00Z", "2026-10-31T23:30:00Z"));
        assertThat(line.last().heldOn()).isEqualTo("2026-11-01");
        assertThat(line.months()).containsExactly(new RhythmMonth("2026-11", 1, 0));
    }

    @Test
    void a_list_written_before_moments_were_kept_knows_the_slot() {
        assertThat(line(talk("old", ConversationStatus.CLOSED, "2026-05-06T09:00:00Z", null))
                        .last()
                        .heldOn())
                .isEqualTo("2026-05-06");
    }

    @Test
    void an_agreement_is_overdue_after_its_day_not_on_it() {
        assertThat(line(agreed("2026-11-29"), agreed("2026-11-30"), agreed("2026-12-01"))
                        .overdueAgreements())
                .isEqualTo(1);
    }

    private static TeamRhythmLine line(OverviewEntry... entries) {
        return TeamRhythmLine.of("emma", List.of(entries), null, TODAY, ZONE);
    }

    private static OverviewEntry agreed(String due) {
        return entry(
                "a" + due,
                ConversationStatus.CONFIRMED,
                null,
                "2026-11-01T09:00:00Z",
                List.of(new OpenAgreement("a", AgreementOwner.SHARED, LocalDate.parse(due))));
    }

    private static OverviewEntry talk(String id, ConversationStatus status, String slot, String heldAt) {
        return entry(id, status, slot, heldAt, List.of());
    }

    private static OverviewEntry entry(
            String id, ConversationStatus status, String slot, String heldAt, List<OpenAgreement> agreements) {
        Instant start = slot == null ? null : Instant.parse(slot);
        return new OverviewEntry(
                id,
                1,
                ConversationType.CHECK_IN,
                ConversationReason.CADENCE,
                status,
                Side.COUNTERPART,
                Relation.LINE,
                "emma",
                "mark",
                LocalDate.parse("2026-12-20"),
                LocalDate.parse("2027-01-10"),
                start,
                start == null ? null : start.plusSeconds(3600),
                null,
                NextAction.NOTHING,
                false,
                false,
                0,
                agreements,
                heldAt == null ? null : Instant.parse(heldAt));
    }
}
