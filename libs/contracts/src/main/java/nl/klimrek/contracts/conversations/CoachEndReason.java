package nl.klimrek.contracts.conversations;

/** Why somebody is no longer a coach. */
public enum CoachEndReason {
    ENDED_BY_HR,
    LEFT
}
