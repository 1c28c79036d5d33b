package nl.klimrek.contracts.journal;

/** Why a parked record is not replayed. */
public enum DiscardReason {
    NOT_OURS,
    MALFORMED,
    OVERTAKEN,
    DONE_OTHERWISE,
    TEST_DATA,
    EXPIRED
}
