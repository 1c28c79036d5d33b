package nl.klimrek.popforms.plan;

/** How far the current version is agreed by owner and manager. */
public enum AgreementProgress {
    DRAFT,
    CONFIRMED_BY_EMPLOYEE,
    CONFIRMED_BY_MANAGER,
    AGREED
}
