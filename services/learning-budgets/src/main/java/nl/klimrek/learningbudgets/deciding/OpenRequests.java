package nl.klimrek.learningbudgets.deciding;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's requests that wait for a decision. Kept per asker and not per decider, so that a change of manager moves
 * nothing: who decides is whoever is the manager when the list is read.
 */
public record OpenRequests(String employee, List<OpenRequest> requests) {

    public OpenRequests {
        requests = List.copyOf(requests);
    }

    OpenRequests with(OpenRequest request) {
        List<OpenRequest> more = new ArrayList<>(without(request.id()).requests);
        more.add(request);
        return new OpenRequests(employee, more);
    }

    OpenRequests without(String request) {
        return new OpenRequests(
                employee,
                requests.stream().filter(open -> !open.id().equals(request)).toList());
    }
}
