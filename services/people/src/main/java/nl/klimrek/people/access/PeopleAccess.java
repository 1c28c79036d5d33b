package nl.klimrek.people.access;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.roster.Roster;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/**
 * Who may see whom, judged on the roster itself at this moment: oneself, the current manager while employed, HR of the
 * organisation. Everybody else is refused {@code forbidden}, whether or not there is such a person.
 */
public final class PeopleAccess {

    private final Roster roster;

    public PeopleAccess(Roster roster) {
        this.roster = roster;
    }

    /** For what concerns the organisation as a whole. */
    public AccessRight hr(Caller caller) {
        return allowed(caller.is(Role.HR), AccessRight.HR);
    }

    /** For bringing roster facts in. */
    public AccessRight hrOrSystem(Caller caller) {
        return caller.is(Role.HR_SYSTEM) ? AccessRight.SYSTEM : hr(caller);
    }

    /** The person, their current manager, or HR. */
    public AccessRight toSee(Caller caller, Person person) {
        if (isSelf(caller, person.person())) {
            return AccessRight.SELF;
        }
        return manages(caller, person) ? AccessRight.MANAGER : hr(caller);
    }

    /** A manager's own reports, for the manager or HR. */
    public AccessRight toSeeReportsOf(Caller caller, String manager) {
        return isSelf(caller, manager) ? AccessRight.SELF : hr(caller);
    }

    /** A system is nobody, even when its name should equal somebody's id. */
    private static boolean isSelf(Caller caller, String person) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(person);
    }

    private boolean manages(Caller caller, Person person) {
        return isSelf(caller, String.valueOf(person.reporting().manager()))
                && person.employed()
                && roster.find(caller.organisation(), caller.person())
                        .map(Versioned::state)
                        .filter(Person::employed)
                        .isPresent();
    }

    private static AccessRight allowed(boolean allowed, AccessRight right) {
        if (!allowed) {
            throw forbidden();
        }
        return right;
    }

    /** What is answered to whoever may not see it. */
    public static RefusedException forbidden() {
        return new RefusedException(Refusal.of("forbidden"));
    }
}
