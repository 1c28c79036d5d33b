package nl.klimrek.contracts.journal;

/** Why a parked record is not given again. */
public enum DiscardReason {
    NOT_OURS,
    MALFORMED,
    OVERTAKEN,
    DONE_OTHERWISE,
    TEST_DATA,
    EXPIRED
}
