package nl.klimrek.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Visits every page that a person can reach by links, at most two of each kind, because pages of one kind look alike. A kind is a
 * path without its ids.
 */
final class Crawl {
    private static final Pattern ID = Pattern.compile(".*[0-9].*|.{24,}");
    /** Questions have words as ids. */
    private static final Pattern QUESTION = Pattern.compile("/hr/questions/(?!(new|sets)$)[^/?]+");

    /** Kinds of reminders have names as ids. */
    private static final Pattern REMINDER = Pattern.compile("/hr/reminders/texts/[^/?]+");

    private static final int OF_A_KIND = 2;
    private static final int MAX_PAGES = 150;
    private final Page page;
    private final String base;
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    Crawl(Page page, String base) {
        this.page = page;
        this.base = base;
    }

    /** Checks an open page. */
    interface Visit {
        void page(String path, String kind, Response response);
    }

    /** Visits all of them, beginning at these paths, and returns their kinds. */
    Set<String> from(List<String> paths, Visit visit) {
        Deque<String> open = new ArrayDeque<>();
        paths.forEach(path -> add(path, open));
        int visited = 0;
        while (!open.isEmpty() && visited++ < MAX_PAGES) {
            String path = open.poll();
            Response response = page.navigate(base + path);
            visit.page(path, kind(path), response);
            for (Object link : (List<?>) page.evaluate(
                    "[...document.querySelectorAll('a[href]')].filter(a => !a.download).map(a => a.href)")) {
                String target = (String) link;
                if (target.startsWith(base + "/")) {
                    add(target.substring(base.length()), open);
                }
            }
        }
        return new LinkedHashSet<>(kinds.keySet());
    }

    private void add(String link, Deque<String> open) {
        String path = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
        if (path.isEmpty()
                || path.startsWith("/api")
                || path.startsWith("/identity")
                || path.startsWith("/mail")
                || path.startsWith("/assets")
                || path.contains("lang=")
                || path.contains("/export")
                || path.endsWith(".json")
                || path.endsWith(".csv")
                || path.endsWith(".ics")
                || path.equals("/")) {
            return;
        }
        if (seen.contains(path) || kinds.getOrDefault(kind(path), 0) >= OF_A_KIND) {
            return;
        }
        seen.add(path);
        kinds.merge(kind(path), 1, Integer::sum);
        open.add(path);
    }

    /** The path with {@code {id}} in place of each id, and the names of its query's parameters. */
    static String kind(String link) {
        URI uri = URI.create(link.replace(" ", "%20").replace("|", "%7C"));
        StringBuilder kind = new StringBuilder();
        for (String part : uri.getRawPath().split("/")) {
            if (!part.isEmpty()) {
                kind.append('/').append(ID.matcher(part).matches() ? "{id}" : part);
            }
        }
        if (QUESTION.matcher(kind).matches()) {
            kind.replace(0, kind.length(), "/hr/questions/{id}");
        }
        if (REMINDER.matcher(kind).matches()) {
            kind.replace(0, kind.length(), "/hr/reminders/texts/{id}");
        }
        if (uri.getRawQuery() != null) {
            kind.append('?');
            for (String parameter : uri.getRawQuery().split("&")) {
                kind.append(parameter.split("=")[0]).append('&');
            }
        }
        return kind.toString();
    }
}
