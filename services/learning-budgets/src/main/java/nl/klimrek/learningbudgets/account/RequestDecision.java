package nl.klimrek.learningbudgets.account;

import java.time.Instant;

/**
 * How a request was decided.
 *
 * @param by person id of the one who decided, or {@link #POLICY}
 * @param at when
 * @param reason why it was refused; null when approved
 * @param alternative what could be done instead, or who can help; null when approved
 */
public record RequestDecision(String by, Instant at, Words reason, Words alternative) {

    /** Decides what stays under its threshold. */
    public static final String POLICY = "policy";

    static RequestDecision approval(String by, Instant at) {
        return new RequestDecision(by, at, null, null);
    }

    public boolean automatic() {
        return by.equals(POLICY);
    }
}
