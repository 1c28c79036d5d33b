package nl.klimrek.conversations.handover;

import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import org.jspecify.annotations.Nullable;

/**
 * The present and the former manager of an employee. A period without a manager does not erase the former one.
 *
 * @param manager person id of the newest manager; null while there never was one
 * @param former person id of the one before; null without one
 * @param since sequence of the event that told of the newest manager
 * @param event id of that event; null in older documents
 */
public record ManagerHistory(
        @Nullable String manager,
        @Nullable String former,
        long since,
        @Nullable String event) {

    static final ManagerHistory NOBODY = new ManagerHistory(null, null, 0, null);

    Decision<ManagerHistory> reportsTo(@Nullable String newest, EventMeta told) {
        return newest == null || newest.equals(manager)
                ? Decision.unchanged()
                : Decision.accept(new ManagerHistory(newest, manager, told.sequence(), told.id()));
    }

    /** Whether this event is the one that brought another manager. After a restore its number may be another event's too. */
    boolean changedBy(EventMeta told) {
        return former != null
                && (event == null ? told.epoch() == 0 && since == told.sequence() : event.equals(told.id()));
    }
}
