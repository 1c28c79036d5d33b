package nl.klimrek.servicekit.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for; controllers take it as an argument. From {@code ?after=&limit=}.
 *
 * @param after id of the last entry already seen, null for the first page
 * @param limit most entries wanted, 1 to 200, default 50
 */
public record ListRequest(@Nullable String after, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MOST = 200;

    public ListRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST);
        }
    }
}
