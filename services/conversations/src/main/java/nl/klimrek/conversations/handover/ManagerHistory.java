package nl.klimrek.conversations.handover;

import nl.klimrek.eventing.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The present and the former manager of an employee. A period without a manager does not erase the former one.
 *
 * @param manager person id of the newest manager; null while there never was one
 * @param former person id of the one before; null without one
 * @param since sequence of the fact that told of the newest manager
 */
public record ManagerHistory(
        @Nullable String manager, @Nullable String former, long since) {

    static final ManagerHistory NOBODY = new ManagerHistory(null, null, 0);

    Decision<ManagerHistory> reportsTo(@Nullable String newest, long sequence) {
        return newest == null || newest.equals(manager)
                ? Decision.unchanged()
                : Decision.accept(new ManagerHistory(newest, manager, sequence));
    }

    /** Whether this fact is the one that brought another manager. */
    boolean changedBy(long sequence) {
        return former != null && since == sequence;
    }
}
