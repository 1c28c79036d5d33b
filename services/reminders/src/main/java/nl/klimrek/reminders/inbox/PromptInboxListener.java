package nl.klimrek.reminders.inbox;

import java.util.function.UnaryOperator;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/**
 * Keeps each person's inbox from this service's own facts. The list only proposes; the prompt itself decides whether it
 * still waits. Adding and taking out are the same the second time, so a marker of every prompt ever is not kept.
 */
@Component
public class PromptInboxListener {

    private final AggregateStore<PromptInbox> inboxes;

    PromptInboxListener(AggregateStore<PromptInbox> inboxes) {
        this.inboxes = inboxes;
    }

    /** Adds what keeps the inboxes. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(PromptSent.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.with(e.prompt())))
                .on(PromptRestored.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.with(e.prompt())))
                .on(PromptActed.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())))
                .on(PromptCancelled.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())))
                .on(PromptSnoozed.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())))
                .on(PromptSuppressed.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())));
    }

    private void change(String person, EventMeta meta, UnaryOperator<PromptInbox> change) {
        inboxes.handle(
                Key.of(meta.organisation(), person), MessageContext.event(meta).withoutMarker(), known -> {
                    PromptInbox before = known.orElse(PromptInbox.EMPTY);
                    PromptInbox after = change.apply(before);
                    return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
                });
    }
}
