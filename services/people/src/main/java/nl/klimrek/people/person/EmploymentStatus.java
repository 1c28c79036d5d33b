package nl.klimrek.people.person;

/** Whether a person is on the roster. */
public enum EmploymentStatus {
    /** All records about the person are for a later day. */
    EXPECTED,
    EMPLOYED,
    LEFT
}
