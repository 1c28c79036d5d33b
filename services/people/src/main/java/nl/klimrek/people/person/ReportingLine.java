package nl.klimrek.people.person;

import org.jspecify.annotations.Nullable;

/**
 * The manager a person reports to, or the reason why there is none; never both.
 *
 * @param manager person id of the manager; null without one
 * @param because why there is none; null with one
 */
public record ReportingLine(
        @Nullable String manager, @Nullable NoManager because) {

    /** Why a person has no manager, for HR to act on. */
    public enum NoManager {
        /** The record names none. */
        NONE_GIVEN,
        /** Nobody has that number yet. The line is made when somebody has. */
        UNKNOWN_NUMBER,
        /** The manager is announced, but not on the roster yet. */
        NOT_HERE_YET,
        HAS_LEFT,
        /** The line would make somebody their own manager's manager. */
        CYCLE_IN_HIERARCHY
    }

    public ReportingLine {
        if ((manager == null) == (because == null)) {
            throw new IllegalArgumentException("either a manager or a reason");
        }
    }

    /** Whether this is the manager's person id. */
    public boolean isTo(String person) {
        return person.equals(manager);
    }

    public static ReportingLine to(String manager) {
        return new ReportingLine(manager, null);
    }

    public static ReportingLine toNobody(NoManager because) {
        return new ReportingLine(null, because);
    }
}
