package nl.klimrek.people.imports;

/**
 * What is wrong with one row.
 *
 * @param row number of the row, the first below the heading is 1
 * @param column name of the column
 * @param code stable code; the text a person reads hangs on it
 */
public record RowFault(int row, String column, String code) {}
