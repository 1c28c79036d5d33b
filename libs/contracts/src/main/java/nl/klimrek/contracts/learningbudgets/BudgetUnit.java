package nl.klimrek.contracts.learningbudgets;

/** What a pot is counted in: EUR in cents, HOURS in minutes. */
public enum BudgetUnit {
    EUR,
    HOURS
}
