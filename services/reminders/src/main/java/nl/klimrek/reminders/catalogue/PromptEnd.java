package nl.klimrek.reminders.catalogue;

import java.util.List;
import java.util.Map;

/**
 * An event that ends a prompt.
 *
 * @param event type of the event, without {@code nl.klimrek.}
 * @param whom whose prompt it ends
 * @param only values of fields for which it does
 */
public record PromptEnd(String event, PromptReceiver whom, Map<String, List<String>> only) {

    public PromptEnd {
        only = only == null ? Map.of() : Map.copyOf(only);
    }
}
