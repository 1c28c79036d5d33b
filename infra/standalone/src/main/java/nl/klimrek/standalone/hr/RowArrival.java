package nl.klimrek.standalone.hr;

import nl.klimrek.standalone.hr.export.SentRow;
import org.jspecify.annotations.Nullable;

/**
 * Where one row of the export ended.
 *
 * @param row the row
 * @param fate where the row ended
 * @param why why the person has no manager or the row is quarantined; null otherwise
 */
record RowArrival(SentRow row, Fate fate, @Nullable String why) {

    /** Where a row can end. */
    enum Fate {
        WITH_MANAGER,
        WITHOUT_MANAGER,
        LEFT,
        /** The employment starts on a later day. */
        EXPECTED,
        QUARANTINED,
        /** A later row of the file has the same employee number and counts instead. */
        REPEATED
    }
}
