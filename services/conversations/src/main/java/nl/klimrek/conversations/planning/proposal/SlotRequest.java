package nl.klimrek.conversations.planning.proposal;

import nl.klimrek.conversations.dialogue.scheduling.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A request for an hour of two people.
 *
 * @param key under which it stands in their diaries
 * @param employee person id of the one it is about
 * @param manager person id of the one they talk with
 * @param slot the hour
 */
record SlotRequest(
        String key,
        String employee,
        String manager,
        @Nullable Slot slot) {

    /** Whose diary is written first. The order is global, so of several conflicting requests one always succeeds. */
    String first() {
        return employee.compareTo(manager) < 0 ? employee : manager;
    }

    /** Whose diary decides. */
    String second() {
        return employee.compareTo(manager) < 0 ? manager : employee;
    }
}
