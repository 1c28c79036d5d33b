package nl.klimrek.servicekit.security;

/** A person's role in an organisation. Rights over another person come from the relation instead. */
public enum Role {
    EMPLOYEE,
    MANAGER,
    HR,
    COACH,
    /** Somebody from outside in one conversation or track. No issuer gives it to anybody; the service that holds these accounts does. */
    EXTERNAL_COACH,
    AUDITOR,
    HR_SYSTEM,
    /** The portal itself, when it asks people who a sign-in at an organisation's own issuer is. No issuer gives it to anybody. */
    PORTAL
}
