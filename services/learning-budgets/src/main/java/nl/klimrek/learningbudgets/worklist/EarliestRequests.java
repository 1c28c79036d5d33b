package nl.klimrek.learningbudgets.worklist;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;

/** Keeps one page of the requests that are added to it: those that are needed first. Holds no more than that page. */
final class EarliestRequests {
    private static final Comparator<PendingRequest> ORDER =
            Comparator.comparing(PendingRequest::neededOn).thenComparing(PendingRequest::id);

    private final @Nullable PendingRequest after;
    private final int limit;
    private final TreeSet<PendingRequest> kept = new TreeSet<>(ORDER);

    /** @param after the request before the page; null for the first page */
    EarliestRequests(@Nullable PendingRequest after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    void addAll(Collection<PendingRequest> requests) {
        for (PendingRequest request : requests) {
            if (after == null || ORDER.compare(request, after) > 0) {
                kept.add(request);
            }
            if (kept.size() > limit + 1) {
                kept.pollLast();
            }
        }
    }

    Page<PendingRequest> page() {
        List<PendingRequest> items = kept.stream().limit(limit).toList();
        return new Page<>(
                items, kept.size() > items.size() ? items.get(items.size() - 1).id() : null);
    }
}
