package nl.klimrek.conversations.dialogue.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in the rhythm of a team; facts only.
 *
 * @param asked what it asks of the manager
 * @param slotStart start of the slot on the table or agreed on; absent without one
 * @param heldOn day it took place; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamRhythmConversation(
        String conversation,
        ConversationType type,
        ConversationReason reason,
        ConversationStatus status,
        NextAction asked,
        LocalDate windowFrom,
        LocalDate windowUntil,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        @Nullable LocalDate heldOn) {

    static TeamRhythmConversation of(OverviewEntry entry, ZoneId zone) {
        return new TeamRhythmConversation(
                entry.conversation(),
                entry.type(),
                entry.reason(),
                entry.status(),
                entry.asked(),
                entry.windowFrom(),
                entry.windowUntil(),
                entry.slotStart(),
                entry.slotEnd(),
                heldOn(entry, zone));
    }

    /** The day it takes place as far as that is known: held, agreed on, or else the last day of its window. */
    LocalDate day(ZoneId zone) {
        return heldOn != null ? heldOn : slotStart != null ? LocalDate.ofInstant(slotStart, zone) : windowUntil;
    }

    /** Lists written before a talk's moment was kept in them know its slot or its window. */
    private static @Nullable LocalDate heldOn(OverviewEntry entry, ZoneId zone) {
        if (entry.heldAt() != null) {
            return LocalDate.ofInstant(entry.heldAt(), zone);
        }
        boolean held = switch (entry.status()) {
            case HELD, RECORDED, CONFIRMED, CLOSED -> true;
            default -> false;
        };
        return !held
                ? null
                : entry.slotStart() != null ? LocalDate.ofInstant(entry.slotStart(), zone) : entry.windowUntil();
    }
}
