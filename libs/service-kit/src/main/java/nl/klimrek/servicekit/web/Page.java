package nl.klimrek.servicekit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's own order
 * @param next value of {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The requested page of a whole list. With an {@code after} that is no longer in the list it is the first page.
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
