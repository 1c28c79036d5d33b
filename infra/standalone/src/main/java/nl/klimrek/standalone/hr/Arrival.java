package nl.klimrek.standalone.hr;

/**
 * What became of one row.
 *
 * @param row the row
 * @param fate where it is
 * @param why why it has no manager, or why it was set aside; null when there is nothing to explain
 */
record Arrival(HrRow row, Fate fate, String why) {

    /** Where a row can end; each row in one. */
    enum Fate {
        WITH_MANAGER,
        WITHOUT_MANAGER,
        LEFT,
        /** Announced for a later day. */
        EXPECTED,
        QUARANTINED,
        /** A later row of the file is about the same number, and that one counts. */
        REPEATED
    }
}
