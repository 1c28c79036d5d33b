package nl.klimrek.servicekit.imports.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The imports of one organisation, one after the other. Whoever holds the lease works on the first that waits.
 *
 * @param waiting ids of imports that are not finished, in the order they came
 * @param recent ids of all imports, newest first, the last {@value #MAX_RECENT}
 * @param token who works on it; null for nobody
 * @param until when somebody else may; null when at once
 */
public record ImportQueue(List<String> waiting, List<String> recent, String token, Instant until) {

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

    public boolean free(Instant now) {
        return !waiting.isEmpty() && (until == null || !until.isAfter(now));
    }

    public ImportQueue claimed(String by, Instant lease) {
        return new ImportQueue(waiting, recent, by, lease);
    }

    public boolean heldBy(String by) {
        return by.equals(token);
    }

    /** Lets others work on it from a moment on. */
    public ImportQueue released(Instant from) {
        return new ImportQueue(waiting, recent, null, from);
    }

    /** The first is finished. */
    public ImportQueue without(String id) {
        return new ImportQueue(
                waiting.stream().filter(other -> !other.equals(id)).toList(), recent, token, until);
    }

    /** When somebody has to look at it; null when nothing waits. */
    public Instant due() {
        return waiting.isEmpty() ? null : until == null ? Instant.EPOCH : until;
    }
}
