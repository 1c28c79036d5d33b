package nl.klimrek.conversations.oldregime;

/**
 * What is wrong with one cell.
 *
 * @param line line in the file, the heading is 1
 * @param column name of the column
 * @param code stable code; the text a person reads hangs on it
 */
public record RowFault(long line, String column, String code) {}
