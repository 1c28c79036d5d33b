package nl.klimrek.contracts.popforms;

/** How formal the learning is. */
public enum LearningForm {
    FORMAL,
    NON_FORMAL,
    INFORMAL
}
