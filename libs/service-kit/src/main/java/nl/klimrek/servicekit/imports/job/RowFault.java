package nl.klimrek.servicekit.imports.job;

/**
 * What is wrong with one cell.
 *
 * @param column name of the column; {@code row} when it is about the whole row
 * @param code stable code; the sentences a person reads hang on it
 * @param value what is in the cell, where that can be no personal text; null otherwise
 */
public record RowFault(String column, String code, String value) {}
