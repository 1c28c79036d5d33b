package nl.klimrek.journal.timeline;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/** The right to see the whole journal of the organisation: HR and auditors have it. The journal holds codes and no words. */
public final class Oversight {

    private Oversight() {}

    /** Whether the caller has this right. */
    public static boolean has(Caller caller) {
        return caller.is(Role.HR) || caller.is(Role.AUDITOR);
    }

    /**
     * Requires this right.
     *
     * @throws RefusedException when the caller does not have it
     */
    public static void require(Caller caller) {
        if (!has(caller)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }
}
