package nl.klimrek.popforms.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who confirmed the current version.
 *
 * @param employee whether the owner did
 * @param manager person id of the manager who did; null when none did
 */
public record Confirmations(boolean employee, @Nullable String manager) {

    /** The confirmations of a new version. */
    public static final Confirmations NONE = new Confirmations(false, null);

    Confirmations ofEmployee() {
        return new Confirmations(true, manager);
    }

    /** Adds the manager's confirmation, in place of a predecessor's. */
    Confirmations of(String confirmingManager) {
        return new Confirmations(employee, confirmingManager);
    }

    /** Whether owner and current manager have confirmed. A former manager's confirmation does not count. */
    boolean both(@Nullable String currentManager) {
        return employee && manager != null && manager.equals(currentManager);
    }
}
