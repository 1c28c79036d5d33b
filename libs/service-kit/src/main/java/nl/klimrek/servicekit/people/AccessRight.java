package nl.klimrek.servicekit.people;

import nl.klimrek.servicekit.security.Role;

/** The right that allows an access; the access log stores its name. */
public enum AccessRight {
    SELF,
    MANAGER,
    HR,
    COACH,
    AUDITOR,
    SYSTEM,
    /** Takes part in the thing itself, such as the other side of a conversation. */
    PARTICIPANT,
    /** The owner shared it. */
    SHARED;

    static AccessRight of(Role role) {
        return switch (role) {
            case EMPLOYEE -> PARTICIPANT;
            case MANAGER -> MANAGER;
            case HR -> HR;
            case COACH, EXTERNAL_COACH -> COACH;
            case AUDITOR -> AUDITOR;
            case HR_SYSTEM, PORTAL -> SYSTEM;
        };
    }
}
