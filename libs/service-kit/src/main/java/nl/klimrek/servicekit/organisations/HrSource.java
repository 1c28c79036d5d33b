package nl.klimrek.servicekit.organisations;

import org.jspecify.annotations.Nullable;

/**
 * An HR system that speaks for one organisation.
 *
 * @param name CloudEvents source of its records
 * @param open whether its records count
 * @param secret signs its records; null if they are not signed
 */
public record HrSource(
        String name,
        String organisation,
        boolean open,
        @Nullable String secret) {

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return name + (secret == null ? "" : " (signed)") + (open ? "" : " (closed)");
    }
}
