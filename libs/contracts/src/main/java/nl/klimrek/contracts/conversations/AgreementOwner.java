package nl.klimrek.contracts.conversations;

/** Who has to make an agreement come true. */
public enum AgreementOwner {
    EMPLOYEE,
    MANAGER,
    SHARED,
    ORGANISATION
}
