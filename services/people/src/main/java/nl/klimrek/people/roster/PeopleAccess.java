package nl.klimrek.people.roster;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.person.Person;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/**
 * Decides who may see whom, from the roster as it is now: the person, the current manager while employed, HR of the
 * organisation. Anybody else is refused with {@code forbidden}, whether or not the person exists.
 */
public final class PeopleAccess {
    private final RosterService roster;

    public PeopleAccess(RosterService roster) {
        this.roster = roster;
    }

    /** HR, for anything that concerns the organisation as a whole. */
    public AccessRight hr(Caller caller) {
        return allowed(caller.is(Role.HR), AccessRight.HR);
    }

    /** HR or an HR system, for records of the roster. */
    public AccessRight hrOrSystem(Caller caller) {
        return caller.is(Role.HR_SYSTEM) ? AccessRight.SYSTEM : hr(caller);
    }

    /** The person, their current manager, or HR. */
    public AccessRight selfOrManagerOrHr(Caller caller, Person person) {
        if (isSelf(caller, person.person())) {
            return AccessRight.SELF;
        }
        return manages(caller, person) ? AccessRight.MANAGER : hr(caller);
    }

    /** The manager whose reports are asked for, or HR. */
    public AccessRight managerOfReportsOrHr(Caller caller, String manager) {
        return isSelf(caller, manager) ? AccessRight.SELF : hr(caller);
    }

    /** An HR system is no person, even if its name equals a person's id. */
    private static boolean isSelf(Caller caller, String person) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(person);
    }

    private boolean manages(Caller caller, Person person) {
        return !caller.is(Role.HR_SYSTEM)
                && person.managedBy(caller.person())
                && roster.employed(caller.organisation(), caller.person());
    }

    private static AccessRight allowed(boolean allowed, AccessRight right) {
        if (!allowed) {
            throw forbidden();
        }
        return right;
    }

    /** The refusal for anybody who may not see what they asked for. */
    public static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
