package nl.klimrek.learningbudgets.worklist;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's pending requests. The list belongs to the requester and not to the decider, so a change of manager moves
 * nothing: the manager at the time of reading decides.
 */
public record PendingRequestList(String employee, List<PendingRequest> requests) {

    public PendingRequestList {
        requests = List.copyOf(requests);
    }

    PendingRequestList with(PendingRequest request) {
        List<PendingRequest> next = new ArrayList<>(without(request.id()).requests);
        next.add(request);
        return new PendingRequestList(employee, next);
    }

    PendingRequestList without(String request) {
        return new PendingRequestList(
                employee,
                requests.stream()
                        .filter(pending -> !pending.id().equals(request))
                        .toList());
    }
}
