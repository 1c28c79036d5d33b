package nl.klimrek.servicekit.people;

import java.util.Map;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;

/**
 * Whether a caller may reach somebody's things, judged on the relation at this moment. Each check returns the right by
 * which it is allowed, a code for the look log, or throws a refusal {@code forbidden}. Whoever is not known in the
 * caller's organisation is forbidden to all but themselves, so nobody learns who exists elsewhere.
 */
public final class Access {
    private final PeopleView people;

    public Access(PeopleView people) {
        this.people = people;
    }

    /** The person themselves. */
    public Right self(Caller caller, String person) {
        return allowed(isSelf(caller, person), Right.SELF);
    }

    /** The person, or their current manager. */
    public Right selfOrManager(Caller caller, String person) {
        return isSelf(caller, person) ? Right.SELF : manager(caller, person);
    }

    /** The person, their current manager, or HR of the organisation. */
    public Right selfOrManagerOrHr(Caller caller, String person) {
        if (isSelf(caller, person)) {
            return Right.SELF;
        }
        return isManager(caller, person) ? Right.MANAGER : hrOf(caller, person);
    }

    /** The person, or HR of the organisation. */
    public Right selfOrHr(Caller caller, String person) {
        return isSelf(caller, person) ? Right.SELF : hrOf(caller, person);
    }

    /** The person, or HR of the organisation once the person has left it. */
    public Right selfOrHrOfLeaver(Caller caller, String person) {
        if (isSelf(caller, person)) {
            return Right.SELF;
        }
        boolean left = people.person(caller.organisation(), person)
                .filter(PersonFacts::left)
                .isPresent();
        return allowed(caller.is(Role.HR) && left, Right.HR);
    }

    /** The person's current manager. */
    public Right manager(Caller caller, String person) {
        return allowed(isManager(caller, person), Right.MANAGER);
    }

    /** The person's current manager, or HR of the organisation; never the person. */
    public Right managerOrHr(Caller caller, String person) {
        if (isSelf(caller, person)) {
            throw forbidden();
        }
        return isManager(caller, person) ? Right.MANAGER : hrOf(caller, person);
    }

    /** HR, for what concerns the organisation as a whole. */
    public Right hr(Caller caller) {
        return allowed(caller.is(Role.HR), Right.HR);
    }

    /** Any of these roles, for what concerns the organisation as a whole. */
    public Right anyOf(Caller caller, Role... roles) {
        for (Role role : roles) {
            if (caller.is(role)) {
                return Right.of(role);
            }
        }
        throw forbidden();
    }

    private Right hrOf(Caller caller, String person) {
        return allowed(
                caller.is(Role.HR)
                        && people.person(caller.organisation(), person).isPresent(),
                Right.HR);
    }

    private boolean isManager(Caller caller, String person) {
        return !isSelf(caller, person) && people.manages(caller.organisation(), caller.person(), person);
    }

    /** A system is nobody, even when its name should equal somebody's id. */
    private static boolean isSelf(Caller caller, String person) {
        return !caller.is(Role.HR_SYSTEM) && caller.person().equals(person);
    }

    private static Right allowed(boolean allowed, Right right) {
        if (!allowed) {
            throw forbidden();
        }
        return right;
    }

    private static RefusedException forbidden() {
        return new RefusedException(new Refusal("forbidden", Map.of()));
    }
}
