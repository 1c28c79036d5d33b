package nl.klimrek.journal.timeline;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/** Who may see the whole journal of the organisation: HR and auditors. It holds facts and codes, no words. */
public final class Oversight {

    private Oversight() {}

    /** Whether the caller has it. */
    public static boolean of(Caller caller) {
        return caller.is(Role.HR) || caller.is(Role.AUDITOR);
    }

    /** Refuses whoever has it not. */
    public static void require(Caller caller) {
        if (!of(caller)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
    }
}
