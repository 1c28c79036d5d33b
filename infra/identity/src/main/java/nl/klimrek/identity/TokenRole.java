package nl.klimrek.identity;

/** Roles in a token. Each service checks access to an object itself. */
public enum TokenRole {
    EMPLOYEE,
    MANAGER,
    HR,
    COACH,
    AUDITOR,
    HR_SYSTEM
}
