package nl.klimrek.servicekit.imports.job;

import org.jspecify.annotations.Nullable;

/**
 * A change of one field by a row. Values are personal: only a dry run keeps them, and only for a short time.
 *
 * @param field name of the field
 * @param before value before; null when empty or not kept
 * @param after value after; null when empty or not kept
 */
public record RowChange(
        String field, @Nullable Object before, @Nullable Object after) {

    /** The change without its values. */
    RowChange nameOnly() {
        return new RowChange(field, null, null);
    }
}
