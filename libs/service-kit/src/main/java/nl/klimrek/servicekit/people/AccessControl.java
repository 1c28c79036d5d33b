package nl.klimrek.servicekit.people;

import java.util.Map;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/**
 * Decides on a caller's access to a person, by their relation at this moment. Each check returns the right that allows it, as a code for
 * the access log, or refuses with {@code forbidden}. A person who is unknown in the caller's organisation is forbidden to all but
 * themselves, so no caller learns who exists elsewhere.
 */
public final class AccessControl {
    private final PeopleProjection people;

    public AccessControl(PeopleProjection people) {
        this.people = people;
    }

    /** The person themselves. */
    public AccessRight self(Caller caller, String person) {
        return allowed(isSelf(caller, person), AccessRight.SELF);
    }

    /** The person, or their current manager. */
    public AccessRight selfOrManager(Caller caller, String person) {
        return isSelf(caller, person) ? AccessRight.SELF : manager(caller, person);
    }

    /** The person, their current manager, or HR of the organisation. */
    public AccessRight selfOrManagerOrHr(Caller caller, String person) {
        if (isSelf(caller, person)) {
            return AccessRight.SELF;
        }
        return isManager(caller, person) ? AccessRight.MANAGER : hrOf(caller, person);
    }

    /** The person, or HR of the organisation. */
    public AccessRight selfOrHr(Caller caller, String person) {
        return isSelf(caller, person) ? AccessRight.SELF : hrOf(caller, person);
    }

    /** The person, or HR of the organisation once the person has left it. */
    public AccessRight selfOrHrOfLeaver(Caller caller, String person) {
        if (isSelf(caller, person)) {
            return AccessRight.SELF;
        }
        boolean left = people.person(caller.organisation(), person)
                .filter(PersonProfile::left)
                .isPresent();
        return allowed(caller.is(Role.HR) && left, AccessRight.HR);
    }

    /** The person's current manager. */
    public AccessRight manager(Caller caller, String person) {
        return allowed(isManager(caller, person), AccessRight.MANAGER);
    }

    /** The person's current manager, or HR of the organisation; never the person. */
    public AccessRight managerOrHr(Caller caller, String person) {
        if (isSelf(caller, person)) {
            throw forbidden();
        }
        return isManager(caller, person) ? AccessRight.MANAGER : hrOf(caller, person);
    }

    /** HR, for what concerns the organisation as a whole. */
    public AccessRight hr(Caller caller) {
        return allowed(caller.is(Role.HR), AccessRight.HR);
    }

    /** Any of these roles, for what concerns the organisation as a whole. */
    public AccessRight anyOf(Caller caller, Role... roles) {
        for (Role role : roles) {
            if (caller.is(role)) {
                return AccessRight.of(role);
            }
        }
        throw forbidden();
    }

    private AccessRight hrOf(Caller caller, String person) {
        return allowed(
                caller.is(Role.HR)
                        && people.person(caller.organisation(), person).isPresent(),
                AccessRight.HR);
    }

    private boolean isManager(Caller caller, String person) {
        return !isSelf(caller, person) && people.manages(caller.organisation(), caller.person(), person);
    }

    /** A system is never a person, even if its name equals a person's id. */
    private static boolean isSelf(Caller caller, String person) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(person);
    }

    private static AccessRight allowed(boolean allowed, AccessRight right) {
        if (!allowed) {
            throw forbidden();
        }
        return right;
    }

    private static RefusedException forbidden() {
        return new RefusedException(new Refusal("forbidden", Map.of()));
    }
}
