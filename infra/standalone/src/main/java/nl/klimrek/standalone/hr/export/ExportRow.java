package nl.klimrek.standalone.hr.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an export.
 *
 * @param number row number; the first row below the heading is 1
 * @param line line of the file, or row of the sheet
 * @param cells trimmed cell by column
 * @param fault why the row does not match the heading; null if it does
 */
public record ExportRow(
        long number,
        long line,
        Map<String, String> cells,
        @Nullable String fault) {

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
