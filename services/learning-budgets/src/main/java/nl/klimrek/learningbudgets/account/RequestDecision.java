package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a request.
 *
 * @param by person id of the decider, or {@link #POLICY}
 * @param reason reason for a refusal; null for an approval
 * @param alternative another way, or somebody who can help; null for an approval
 */
public record RequestDecision(
        String by,
        Instant at,
        @Nullable PrivateText reason,
        @Nullable PrivateText alternative) {

    /** Decides on requests under the threshold. */
    public static final String POLICY = "policy";

    static RequestDecision approval(String by, Instant at) {
        return new RequestDecision(by, at, null, null);
    }

    public boolean automatic() {
        return by.equals(POLICY);
    }
}
