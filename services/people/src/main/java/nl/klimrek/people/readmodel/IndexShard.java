package nl.klimrek.people.readmodel;

import java.util.Map;

/**
 * One page of a register.
 *
 * @param lines what is known per id
 */
public record IndexShard(Map<String, Line> lines) {

    /**
     * What is known of one id.
     *
     * @param sequence place of the fact it follows from among the facts about this id
     * @param value code of what is known
     */
    public record Line(long sequence, String value) {}

    public IndexShard {
        lines = lines == null ? Map.of() : Map.copyOf(lines);
    }

    /** Field of the stored document that holds the line of an id. */
    static String field(String id) {
        return "state.lines." + id.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
