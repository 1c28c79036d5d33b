package nl.klimrek.people.imports;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param rows rows in the file
 * @param taken rows that were, or would be, taken
 * @param quarantined rows that were, or would be, set aside; with {@code taken} they are all rows
 * @param errors what is wrong with which row and column
 */
record ImportView(String id, String source, boolean dryRun, int rows, int taken, int quarantined, List<RowError> errors) {

    /**
     * What is wrong with one cell.
     *
     * @param message the code for a person, in the reader's language
     */
    record RowError(int row, String column, String code, String message) {}
}
