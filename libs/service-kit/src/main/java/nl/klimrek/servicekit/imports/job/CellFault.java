package nl.klimrek.servicekit.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * A fault in one cell of a file.
 *
 * @param row number of the row, from 1
 * @param line line of the file, or row of the sheet
 * @param column name of the column; {@code row} for a fault of the whole row
 * @param code stable code
 * @param value value of the cell where it cannot be personal text; null otherwise
 */
public record CellFault(
        long row,
        long line,
        String column,
        String code,
        @Nullable String value) {

    static CellFault of(RowResult result, RowFault fault) {
        return new CellFault(result.row(), result.line(), fault.column(), fault.code(), fault.value());
    }
}
