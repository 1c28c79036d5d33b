package nl.klimrek.popforms.plan;

/**
 * Who confirmed the present version.
 *
 * @param employee whether its owner did
 * @param manager person id of the manager who did; null when none
 */
public record Confirmations(boolean employee, String manager) {

    /** As every new version begins. */
    public static final Confirmations NONE = new Confirmations(false, null);

    Confirmations ofEmployee() {
        return new Confirmations(true, manager);
    }

    /** A successor confirms for themselves: it takes the place of what a predecessor confirmed. */
    Confirmations of(String confirmingManager) {
        return new Confirmations(employee, confirmingManager);
    }

    /** A confirmation of somebody who is no longer the manager does not count. */
    boolean both(String currentManager) {
        return employee && manager != null && manager.equals(currentManager);
    }
}
