package nl.klimrek.contracts.popforms;

/** Where a goal comes from. */
public enum Origin {
    EMPLOYEE,
    MANAGER,
    JOINT,
    TEAM,
    ORGANISATION
}
