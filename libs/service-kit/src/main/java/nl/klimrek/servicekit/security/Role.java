package nl.klimrek.servicekit.security;

/** What somebody is in an organisation at large. Rights over another person come from the relation, not from this. */
public enum Role {
    EMPLOYEE,
    MANAGER,
    HR,
    COACH,
    AUDITOR,
    HR_SYSTEM
}
