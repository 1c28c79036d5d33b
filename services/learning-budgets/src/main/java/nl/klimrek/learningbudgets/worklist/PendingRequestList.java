package nl.klimrek.learningbudgets.worklist;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's requests that wait for a decision. Kept per asker and not per decider, so that a change of manager moves
 * nothing: who decides is whoever is the manager when the list is read.
 */
public record PendingRequestList(String employee, List<PendingRequest> requests) {

    public PendingRequestList {
        requests = List.copyOf(requests);
    }

    PendingRequestList with(PendingRequest request) {
        List<PendingRequest> more = new ArrayList<>(without(request.id()).requests);
        more.add(request);
        return new PendingRequestList(employee, more);
    }

    PendingRequestList without(String request) {
        return new PendingRequestList(
                employee,
                requests.stream().filter(open -> !open.id().equals(request)).toList());
    }
}
