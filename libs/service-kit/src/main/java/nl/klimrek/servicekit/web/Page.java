package nl.klimrek.servicekit.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the list's own order
 * @param next what to pass as {@code after} for the following page; null on the last
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts the page that was asked for out of a whole list. An {@code after} that is no longer in the list starts from
     * its first entry.
     *
     * @param id unique within the list and stable
     */
    public static <T> Page<T> of(List<T> all, Function<T, String> id, ListRequest asked) {
        int from = 0;
        for (int i = 0; asked.after() != null && i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(asked.after())) {
                from = i + 1;
            }
        }
        int to = Math.min(all.size(), from + asked.limit());
        return new Page<>(all.subList(from, to), to < all.size() ? id.apply(all.get(to - 1)) : null);
    }
}
