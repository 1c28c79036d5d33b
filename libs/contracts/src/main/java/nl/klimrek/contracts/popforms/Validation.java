package nl.klimrek.contracts.popforms;

/** How far evidence is validated. */
public enum Validation {
    SELF,
    COLLEAGUE,
    EMPLOYER,
    BADGE,
    MICROCREDENTIAL,
    DIPLOMA
}
