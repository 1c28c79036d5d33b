package nl.klimrek.standalone.hr;

import java.util.Map;

/**
 * One row of an export.
 *
 * @param number the first below the heading is 1
 * @param cells tidy cell by column
 */
record ExportRow(int number, Map<String, String> cells) {

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
