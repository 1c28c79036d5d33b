package nl.klimrek.servicekit.imports.job;

/**
 * The difference that a row makes in one field. Values are personal: only a dry run keeps them, and not for long.
 *
 * @param field name of the field
 * @param before value before; null when empty or not kept
 * @param after value after; null when empty or not kept
 */
public record RowChange(String field, Object before, Object after) {

    /** The same without the values. */
    RowChange nameOnly() {
        return new RowChange(field, null, null);
    }
}
