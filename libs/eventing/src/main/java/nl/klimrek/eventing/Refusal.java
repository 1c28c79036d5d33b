package nl.klimrek.eventing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reason for refusing a command.
 *
 * @param code stable, in kebab-case; selects the message for the user
 * @param details codes and numbers for that message, never text that a person typed
 */
public record Refusal(String code, Map<String, Object> details) {

    public Refusal {
        details = Map.copyOf(details);
    }

    /** Creates a refusal from alternating names and values. */
    public static Refusal of(String code, Object... details) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            map.put((String) details[i], details[i + 1]);
        }
        return new Refusal(code, map);
    }
}
