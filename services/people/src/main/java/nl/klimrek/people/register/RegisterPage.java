package nl.klimrek.people.register;

import java.util.HashMap;
import java.util.Map;

/**
 * One page of a register.
 *
 * @param lines what is known per id
 */
public record RegisterPage(Map<String, Line> lines) {

    /**
     * What is known of one id.
     *
     * @param sequence place of the fact it follows from among the facts about this id
     * @param value code of what is known
     */
    public record Line(long sequence, String value) {}

    public RegisterPage {
        lines = lines == null ? Map.of() : Map.copyOf(lines);
    }

    /** Whether that fact, or a later one, was written already. */
    boolean knows(String id, long sequence) {
        return lines.containsKey(id) && lines.get(id).sequence() >= sequence;
    }

    RegisterPage with(String id, long sequence, String value) {
        Map<String, Line> next = new HashMap<>(lines);
        next.put(id, new Line(sequence, value));
        return new RegisterPage(next);
    }
}
