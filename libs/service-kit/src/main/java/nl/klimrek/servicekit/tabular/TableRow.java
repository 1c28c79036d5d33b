package nl.klimrek.servicekit.tabular;

import java.util.List;

/**
 * One row below the heading.
 *
 * @param number place among all rows, empty ones included; the first below the heading is 1
 * @param line line of the file, or row of the sheet, on which it begins; the heading of a plain file is on 1
 * @param cells its cells, without surrounding blanks
 * @param cutOff whether the file ends in the middle of this row: it is the last, has no line end and too few cells
 */
public record TableRow(long number, long line, List<String> cells, boolean cutOff) {

    public TableRow {
        cells = List.copyOf(cells);
    }

    /** Cells may hold personal data; only the place is safe to log. */
    @Override
    public String toString() {
        return "TableRow[" + number + "]";
    }
}
