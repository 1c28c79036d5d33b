package nl.klimrek.contracts.conversations;

/** One of the two who talk; the counterpart is the manager, a coach or someone outside the line. */
public enum Side {
    EMPLOYEE,
    COUNTERPART
}
