package nl.klimrek.contracts.people;

/** How somebody is engaged; non-permanent staff take part too. */
public enum ContractKind {
    PERMANENT,
    TEMPORARY,
    AGENCY,
    ON_CALL,
    SELF_EMPLOYED,
    INTERN
}
