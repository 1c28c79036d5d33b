package nl.klimrek.reminders.rules;

import java.time.Clock;
import java.time.Instant;
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
import org.springframework.stereotype.Component;

/** Lets an event have its effect on a prompt, once. */
@Component
class PromptScheduler {

    private final AggregateStore<Prompt> prompts;
    private final RecipientLookup receivers;
    private final RemindersProperties properties;
    private final Clock clock;

    PromptScheduler(
            AggregateStore<Prompt> prompts, RecipientLookup receivers, RemindersProperties properties, Clock clock) {
        this.prompts = prompts;
        this.receivers = receivers;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks as soon as the receiver's hours allow, but not at once: what follows on the heels of an event may make it moot. */
    void askSoon(PromptNeed need, EventMeta event) {
        askAt(need, event, receiver -> event.time(), null);
    }

    /**
     * Asks at a moment of the receiver's, or as soon as their hours allow when that is past.
     *
     * @param mootAt from when asking makes no sense any more; null when it always does
     */
    void askAt(PromptNeed need, EventMeta event, Function<Recipient, Instant> moment, Instant mootAt) {
        Recipient receiver = receivers.of(event.organisation(), need.actor());
        Instant settled = clock.instant().plus(properties.settle());
        Instant wanted = moment.apply(receiver);
        Instant due = receiver.nextMoment(
                wanted.isBefore(settled) ? settled : wanted, properties.hoursOf(event.organisation()));
        change(need, event, before -> Prompt.schedule(before, need, due, mootAt));
    }

    void acted(PromptNeed need, EventMeta event) {
        change(need, event, before -> Prompt.acted(before, need));
    }

    void moot(PromptNeed need, EventMeta event) {
        change(need, event, before -> before == null ? Decision.unchanged() : before.cancel());
    }

    private void change(PromptNeed need, EventMeta event, Function<Prompt, Decision<Prompt>> step) {
        prompts.handle(
                Key.of(event.organisation(), need.promptId()),
                MessageContext.event(event),
                before -> step.apply(before.orElse(null)));
    }
}
