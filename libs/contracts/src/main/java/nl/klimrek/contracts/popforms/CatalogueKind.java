package nl.klimrek.contracts.popforms;

/** A catalogue that an organisation keeps for its people. */
public enum CatalogueKind {
    /** Where people can learn. */
    OFFERS,
    /** Steps from one job to another. */
    CAREER_STEPS
}
