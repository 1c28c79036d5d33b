package nl.klimrek.identity.people;

/** What a token says its holder may be; what it may do with an object, each service checks on that object. */
public enum TokenRole {
    EMPLOYEE,
    MANAGER,
    HR,
    COACH,
    AUDITOR,
    HR_SYSTEM
}
