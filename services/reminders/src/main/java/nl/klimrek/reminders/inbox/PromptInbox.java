package nl.klimrek.reminders.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's open prompts: sent, with the step not yet taken.
 *
 * @param open prompt ids, newest last
 */
public record PromptInbox(List<String> open) {

    static final PromptInbox EMPTY = new PromptInbox(List.of());

    public PromptInbox {
        open = List.copyOf(open);
    }

    PromptInbox with(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        next.add(prompt);
        return new PromptInbox(next);
    }

    PromptInbox without(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        return new PromptInbox(next);
    }
}
