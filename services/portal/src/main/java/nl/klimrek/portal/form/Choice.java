package nl.klimrek.portal.form;

import org.jspecify.annotations.Nullable;

/**
 * An option that a form offers.
 *
 * @param value what is sent
 * @param label what people read
 * @param hint  a line that explains it; may be null
 */
public record Choice(String value, String label, @Nullable String hint) {
    public Choice(String value, String label) {
        this(value, label, null);
    }
}
