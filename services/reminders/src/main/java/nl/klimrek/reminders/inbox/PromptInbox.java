package nl.klimrek.reminders.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One person's prompts: those that wait for a step, and those that are to be sent.
 *
 * @param open ids of the prompts that wait, newest last
 * @param scheduled due moment of each prompt that is to be sent, by its id
 */
public record PromptInbox(List<String> open, Map<String, Instant> scheduled) {

    static final PromptInbox EMPTY = new PromptInbox(List.of(), Map.of());

    public PromptInbox {
        open = List.copyOf(open);
        scheduled = scheduled == null ? Map.of() : Map.copyOf(scheduled);
    }

    /** Ids of the prompts that are due, in order. */
    public List<String> dueAt(Instant now) {
        return scheduled.entrySet().stream()
                .filter(prompt -> !prompt.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    PromptInbox with(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        next.add(prompt);
        return new PromptInbox(next, unscheduled(prompt));
    }

    PromptInbox without(String prompt) {
        return new PromptInbox(closed(prompt), unscheduled(prompt));
    }

    PromptInbox scheduled(String prompt, Instant dueAt) {
        Map<String, Instant> next = new TreeMap<>(scheduled);
        next.put(prompt, dueAt);
        return new PromptInbox(open, next);
    }

    PromptInbox snoozed(String prompt, Instant until) {
        return new PromptInbox(closed(prompt), scheduled(prompt, until).scheduled);
    }

    private List<String> closed(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        return next;
    }

    private Map<String, Instant> unscheduled(String prompt) {
        Map<String, Instant> next = new TreeMap<>(scheduled);
        next.remove(prompt);
        return next;
    }
}
