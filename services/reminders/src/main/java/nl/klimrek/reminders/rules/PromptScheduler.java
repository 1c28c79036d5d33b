package nl.klimrek.reminders.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies an event to the prompt of a need. A replayed event has no second effect. */
@Component
class PromptScheduler {

    private final AggregateStore<Prompt> prompts;
    private final RecipientLookup recipients;
    private final RemindersProperties properties;
    private final Clock clock;

    PromptScheduler(
            AggregateStore<Prompt> prompts, RecipientLookup recipients, RemindersProperties properties, Clock clock) {
        this.prompts = prompts;
        this.recipients = recipients;
        this.properties = properties;
        this.clock = clock;
    }

    /** Schedules a prompt for the recipient's next hours, after the debounce time: a following event may make it obsolete. */
    void scheduleSoon(PromptNeed need, EventMeta event) {
        schedule(need, event, recipient -> event.time(), null);
    }

    /**
     * Schedules a prompt for the recipient's first hours from a moment on.
     *
     * @param obsoleteAt moment from which the prompt makes no sense; null for no such moment
     */
    void schedule(PromptNeed need, EventMeta event, Function<Recipient, Instant> moment, @Nullable Instant obsoleteAt) {
        Recipient recipient = recipients.find(event.organisation(), need.actor());
        Instant earliest = clock.instant().plus(properties.debounce());
        Instant wanted = moment.apply(recipient);
        Instant due = recipient.nextMoment(
                wanted.isBefore(earliest) ? earliest : wanted, properties.hoursOf(event.organisation()));
        // Most prompts are new, so nothing is read first.
        prompts.create(
                Key.of(event.organisation(), need.promptId()),
                MessageContext.event(event),
                before -> Prompt.schedule(before.orElse(null), need, due, obsoleteAt));
    }

    /** Records that the step was taken. */
    void stepTaken(PromptNeed need, EventMeta event) {
        change(need, event, before -> Prompt.stepTaken(before, need));
    }

    /** Cancels the prompt, because its step is no longer needed. */
    void cancel(PromptNeed need, EventMeta event) {
        change(need, event, PromptScheduler::cancelled);
    }

    /** Cancels these prompts, because their steps are no longer needed; most of them do not exist, so they are read together. */
    void cancelAll(List<PromptNeed> needs, EventMeta event) {
        Map<Key, Function<Optional<Prompt>, Decision<Prompt>>> deciders = new LinkedHashMap<>();
        needs.forEach(need ->
                deciders.put(Key.of(event.organisation(), need.promptId()), before -> cancelled(before.orElse(null))));
        prompts.handleAll(MessageContext.event(event), deciders);
    }

    private static Decision<Prompt> cancelled(@Nullable Prompt before) {
        return before == null ? Decision.unchanged() : before.cancel();
    }

    private void change(PromptNeed need, EventMeta event, Function<@Nullable Prompt, Decision<Prompt>> step) {
        prompts.handle(
                Key.of(event.organisation(), need.promptId()),
                MessageContext.event(event),
                before -> step.apply(before.orElse(null)));
    }
}
