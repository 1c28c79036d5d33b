package nl.klimrek.servicekit.imports.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The imports of one organisation, which run one after the other. The holder of the lease runs the first that waits.
 *
 * @param waiting ids of unfinished imports, in order of arrival
 * @param recent ids of the last {@value #MAX_RECENT} imports, newest first
 * @param token id of the holder; null without one
 * @param until end of the lease, or of a rest; null when the queue may run at once
 */
public record ImportQueue(
        List<String> waiting,
        List<String> recent,
        @Nullable String token,
        @Nullable Instant until) {

    static final int MAX_RECENT = 200;

    public ImportQueue {
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
        recent = recent == null ? List.of() : List.copyOf(recent);
    }

    public static ImportQueue empty() {
        return new ImportQueue(List.of(), List.of(), null, null);
    }

    public ImportQueue with(String id) {
        List<String> next = new ArrayList<>(waiting);
        next.add(id);
        List<String> all = new ArrayList<>(recent);
        all.add(0, id);
        return new ImportQueue(next, all.subList(0, Math.min(MAX_RECENT, all.size())), token, until);
    }

    public boolean knows(String id) {
        return waiting.contains(id) || recent.contains(id);
    }

    /** Whether an import waits and no instance runs it. */
    public boolean free(Instant now) {
        return !waiting.isEmpty() && (until == null || !until.isAfter(now));
    }

    public ImportQueue claimed(String by, Instant lease) {
        return new ImportQueue(waiting, recent, by, lease);
    }

    public boolean heldBy(String by) {
        return by.equals(token);
    }

    /** Ends the lease; the queue may run again from this moment. */
    public ImportQueue released(Instant from) {
        return new ImportQueue(waiting, recent, null, from);
    }

    /** Removes a finished import. */
    public ImportQueue without(String id) {
        return new ImportQueue(
                waiting.stream().filter(other -> !other.equals(id)).toList(), recent, token, until);
    }

    /** Moves an import behind the others. */
    public ImportQueue postponed(String id) {
        if (!waiting.contains(id)) {
            return this;
        }
        List<String> next = new ArrayList<>(without(id).waiting);
        next.add(id);
        return new ImportQueue(next, recent, token, until);
    }

    /** The moment from which an instance must look at the queue; null when nothing waits. */
    public @Nullable Instant due() {
        return waiting.isEmpty() ? null : until == null ? Instant.EPOCH : until;
    }
}
