package nl.klimrek.reminders.inbox;

import java.util.ArrayList;
import java.util.List;

/**
 * One person's prompts that were sent and still wait for their step, newest last.
 *
 * @param open prompt ids
 */
public record Inbox(List<String> open) {

    static final Inbox EMPTY = new Inbox(List.of());

    public Inbox {
        open = List.copyOf(open);
    }

    Inbox with(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        next.add(prompt);
        return new Inbox(next);
    }

    Inbox without(String prompt) {
        List<String> next = new ArrayList<>(open);
        next.remove(prompt);
        return new Inbox(next);
    }
}
