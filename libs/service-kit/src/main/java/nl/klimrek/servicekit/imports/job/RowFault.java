package nl.klimrek.servicekit.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * A fault in one cell.
 *
 * @param column name of the column; {@code row} for a fault of the whole row
 * @param code stable code; it selects the messages that people read
 * @param value value of the cell where it cannot be personal text; null otherwise
 */
public record RowFault(String column, String code, @Nullable String value) {}
