package nl.klimrek.contracts.learningbudgets;

/** Whether a grant is whole or a share by hours and start date. */
public enum GrantBasis {
    FULL,
    PRO_RATA
}
