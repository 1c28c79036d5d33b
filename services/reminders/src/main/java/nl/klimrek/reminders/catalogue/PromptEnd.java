package nl.klimrek.reminders.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that ends a prompt.
 *
 * @param event type of the event, without {@code nl.klimrek.}
 * @param whom whose prompt it ends
 * @param only values of fields for which it does
 * @param without field with a moment or a day; it ends only prompts about which the event says none; null for none
 */
public record PromptEnd(
        String event,
        PromptReceiver whom,
        Map<String, List<String>> only,
        @Nullable String without) {

    public PromptEnd {
        only = only == null ? Map.of() : Map.copyOf(only);
    }
}
