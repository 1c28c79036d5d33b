package nl.klimrek.servicekit.security;

/** What somebody is in an organisation at large. Rights over another person come from the relation, not from this. */
public enum Role {
    EMPLOYEE,
    MANAGER,
    HR,
    COACH,
    AUDITOR,
    HR_SYSTEM,
    /** The portal itself, when it asks people who a sign-in at an organisation's own issuer is. No issuer gives it to anybody. */
    PORTAL
}
