package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * The requests of one person that wait for a decision, and whom each was asked of, so that a new manager is asked when
 * the manager changes.
 *
 * @param waiting oldest first
 */
public record TrackedRequests(List<Waiting> waiting) {

    static final TrackedRequests NONE = new TrackedRequests(List.of());

    public TrackedRequests {
        waiting = List.copyOf(waiting);
    }

    TrackedRequests with(String request) {
        return new TrackedRequests(
                Stream.concat(without(request).waiting.stream(), Stream.of(new Waiting(request, List.of())))
                        .toList());
    }

    TrackedRequests without(String request) {
        return new TrackedRequests(
                waiting.stream().filter(one -> !one.request.equals(request)).toList());
    }

    /** Only a request that still waits can be asked of somebody. */
    TrackedRequests asked(String request, String manager) {
        return new TrackedRequests(waiting.stream()
                .map(one -> one.request.equals(request) ? one.asked(manager) : one)
                .toList());
    }

    /** Whether it waits, and was not asked of this manager. */
    boolean isNewTo(String manager, String request) {
        return waiting.stream().anyMatch(one -> one.request.equals(request) && !one.asked.contains(manager));
    }

    List<String> askedOf(String request) {
        return waiting.stream()
                .filter(one -> one.request.equals(request))
                .flatMap(one -> one.asked.stream())
                .toList();
    }

    /**
     * One that waits.
     *
     * @param request id of the request
     * @param asked person ids of the managers whom it was asked of
     */
    public record Waiting(String request, List<String> asked) {

        public Waiting {
            asked = List.copyOf(asked);
        }

        private Waiting asked(String manager) {
            return asked.contains(manager)
                    ? this
                    : new Waiting(
                            request,
                            Stream.concat(asked.stream(), Stream.of(manager)).toList());
        }
    }
}
