package nl.klimrek.portal.services;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a command.
 *
 * @param key  command key, made when the form was shown: sending the same form twice does the thing once
 * @param etag version that was shown; may be null where none matters
 */
public record CommandHeaders(@Nullable String key, @Nullable String etag) {
    public CommandHeaders {
        key = key == null || key.isBlank() || key.length() > 100
                ? UUID.randomUUID().toString()
                : key;
    }

    /** A key for a form that is being shown. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }
}
