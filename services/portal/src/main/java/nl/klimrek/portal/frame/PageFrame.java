package nl.klimrek.portal.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls.Part;
import org.jspecify.annotations.Nullable;

/**
 * The model of the layout around every page.
 *
 * @param language {@code nl} or {@code en}
 * @param name     of who is signed in; may be empty
 * @param person   their id
 * @param path     of this page, without a query
 * @param links    where they can go
 * @param assets   style and scripts of every page
 * @param waiting  how many prompts wait for them; still being asked for
 */
public record PageFrame(
        String language,
        String name,
        String person,
        String path,
        List<Link> links,
        Assets assets,
        Part<Integer> waiting) {
    /** As many places as fit beside each other on a phone; the rest is behind one more. */
    private static final int ON_A_PHONE = 4;

    /**
     * A place in the navigation.
     *
     * @param path where
     * @param key  message that names it
     * @param here whether the reader is there
     */
    public record Link(String path, String key, boolean here) {}

    static PageFrame of(Viewer viewer, String path, Assets assets, Part<Integer> waiting) {
        return new PageFrame(
                "nl".equals(viewer.language().getLanguage()) ? "nl" : "en",
                viewer.name(),
                viewer.person(),
                path,
                links(viewer.roles(), path),
                assets,
                waiting);
    }

    /** The places for these roles; a page belongs to the closest of them. */
    static List<Link> links(Set<String> roles, String path) {
        List<NavigationItem> places = Arrays.stream(NavigationItem.values())
                .filter(place -> place.isFor(roles))
                .toList();
        int closest =
                places.stream().mapToInt(place -> place.closeness(path)).max().orElse(0);
        return places.stream()
                .map(place -> new Link(place.path(), place.key(), closest > 0 && place.closeness(path) == closest))
                .toList();
    }

    /** Items in the navigation bar of a phone. */
    public List<Link> first() {
        return links.size() <= ON_A_PHONE + 1 ? links : links.subList(0, ON_A_PHONE);
    }

    /** Places behind "more" on a phone; empty when all fit. */
    public List<Link> rest() {
        return links.subList(first().size(), links.size());
    }

    /** The place this page belongs to; null when it belongs to none. */
    public @Nullable Link place() {
        return links.stream().filter(Link::here).findFirst().orElse(null);
    }

    /** How many prompts wait, as a badge shows it; empty when none do or it is not known in time. */
    public String badge(Link link) {
        int count = link.path().equals("/me") && waiting != null ? waiting.get() : 0;
        return count == 0 ? "" : count > 9 ? "9+" : String.valueOf(count);
    }

    /** Whether the reader is a guest, who has no settings and no sign-in elsewhere. */
    public boolean guest() {
        return links.stream().anyMatch(link -> link.path().equals("/guest"));
    }

    /** A command key for one form on the page. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
