package nl.klimrek.portal.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<Link> links = new ArrayList<>();
        Arrays.stream(NavigationItem.values())
                .filter(place -> place.isFor(viewer))
                .forEach(place -> links.add(new Link(place.path(), place.key(), place.holds(path))));
        return new PageFrame(
                "nl".equals(viewer.language().getLanguage()) ? "nl" : "en",
                viewer.name(),
                viewer.person(),
                path,
                List.copyOf(links),
                assets,
                waiting);
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

    /** A command key for one form on the page. */
    public String key() {
        return UUID.randomUUID().toString();
    }
}
