package nl.klimrek.reminders.inbox;

import java.util.function.UnaryOperator;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptScheduled;
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
 * Keeps each person's inbox up to date from this service's own events. The prompt itself decides whether it is still open.
 * Adding and removing are idempotent, so no markers are kept.
 */
@Component
public class PromptInboxListener {

    private final AggregateStore<PromptInbox> inboxes;

    PromptInboxListener(AggregateStore<PromptInbox> inboxes) {
        this.inboxes = inboxes;
    }

    /** Adds the handlers that keep the inboxes up to date. */
    public void register(EventHandlers handlers) {
        handlers.on(PromptSent.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.with(e.prompt())))
                .on(PromptRestored.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.with(e.prompt())))
                .on(PromptActed.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())))
                .on(PromptCancelled.class, (e, meta) -> change(e.actor(), meta, inbox -> inbox.without(e.prompt())))
                .on(
                        PromptScheduled.class,
                        (e, meta) -> change(e.actor(), meta, inbox -> inbox.scheduled(e.prompt(), e.dueAt())))
                .on(
                        PromptSnoozed.class,
                        (e, meta) -> change(e.actor(), meta, inbox -> inbox.snoozed(e.prompt(), e.until())))
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
