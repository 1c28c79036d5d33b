package nl.klimrek.learningbudgets.pot;

/** Why an entry corrects what was booked before. */
public enum CorrectionReason {
    /** The contract hours changed. */
    CONTRACT_HOURS,
    /** A receipt was booked with a wrong amount. */
    RECEIPT,
    /** HR covered a shortfall. */
    HR_COVERED,
    /** A released amount covered a shortfall. */
    SHORTFALL_COVERED
}
