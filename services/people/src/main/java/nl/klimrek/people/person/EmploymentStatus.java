package nl.klimrek.people.person;

/** Whether somebody is on the roster. */
public enum EmploymentStatus {
    /** Only records are known that do not hold yet. */
    EXPECTED,
    EMPLOYED,
    LEFT
}
