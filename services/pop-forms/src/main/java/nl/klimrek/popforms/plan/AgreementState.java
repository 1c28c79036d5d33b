package nl.klimrek.popforms.plan;

/** How far the present version is on its way to being agreed by two. */
public enum AgreementState {
    DRAFT,
    CONFIRMED_BY_EMPLOYEE,
    CONFIRMED_BY_MANAGER,
    AGREED
}
