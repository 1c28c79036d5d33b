package nl.klimrek.eventing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a command was refused. It changed nothing.
 *
 * @param code stable, kebab-case; the message a person reads hangs on it
 * @param details coded facts for that message, never words that a person typed
 */
public record Refusal(String code, Map<String, Object> details) {

    public Refusal {
        details = Map.copyOf(details);
    }

    /** A refusal with details given as name, value, name, value. */
    public static Refusal of(String code, Object... details) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            map.put((String) details[i], details[i + 1]);
        }
        return new Refusal(code, map);
    }
}
