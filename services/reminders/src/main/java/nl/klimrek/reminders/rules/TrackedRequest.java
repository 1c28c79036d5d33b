package nl.klimrek.reminders.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * A budget request that waits for a decision.
 *
 * @param request id of the request
 * @param prompted person ids of the managers who were prompted
 */
public record TrackedRequest(
        String request, @JsonProperty("asked") List<String> prompted) {

    public TrackedRequest {
        prompted = List.copyOf(prompted);
    }

    TrackedRequest with(String manager) {
        return prompted.contains(manager)
                ? this
                : new TrackedRequest(
                        request,
                        Stream.concat(prompted.stream(), Stream.of(manager)).toList());
    }
}
