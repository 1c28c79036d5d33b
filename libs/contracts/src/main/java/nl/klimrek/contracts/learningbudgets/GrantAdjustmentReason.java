package nl.klimrek.contracts.learningbudgets;

/** Why the grant of a pot changed after it was given. */
public enum GrantAdjustmentReason {
    CONTRACT_HOURS,
    HR_DECISION
}
