package nl.klimrek.standalone.hr;

import java.util.Map;

/**
 * One row of an export.
 *
 * @param number the first below the heading is 1
 * @param line line of the file, or row of the sheet
 * @param cells tidy cell by column
 * @param fault why the row cannot be read as the heading says; null when it can
 */
record ExportRow(long number, long line, Map<String, String> cells, String fault) {

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
