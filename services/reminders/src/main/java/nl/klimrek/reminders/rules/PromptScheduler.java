package nl.klimrek.reminders.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.prompt.PromptProgress;
import nl.klimrek.reminders.prompt.PromptScheduling;
import nl.klimrek.reminders.prompt.Repetition;
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
    void scheduleSoon(PromptNeed need, EventMeta event, PromptRule rule, PromptOccasion occasion) {
        schedule(need, event, rule, recipient -> event.time(), recipient -> null, null, occasion);
    }

    /**
     * Schedules a prompt for the recipient's first hours from a moment on.
     *
     * @param obsoleteAt moment from which the prompt makes no sense; null where the rule's days say
     * @param escalateTo person id of the other side, for a rule that escalates to it; otherwise null
     * @param occasion with whom and when
     */
    void schedule(
            PromptNeed need,
            EventMeta event,
            PromptRule rule,
            Function<Recipient, Instant> moment,
            Function<Recipient, @Nullable Instant> obsoleteAt,
            @Nullable String escalateTo,
            PromptOccasion occasion) {
        Recipient recipient = recipients.find(event.organisation(), need.actor());
        Instant earliest = clock.instant().plus(properties.debounce());
        Instant wanted = moment.apply(recipient);
        Instant due = recipient.nextMoment(
                wanted.isBefore(earliest) ? earliest : wanted, properties.hoursOf(event.organisation()));
        Instant given = obsoleteAt.apply(recipient);
        Instant obsolete = given == null && rule.expires() > 0 ? due.plus(Duration.ofDays(rule.expires())) : given;
        // Most prompts are new, so nothing is read first.
        prompts.create(
                Key.of(event.organisation(), need.promptId()),
                MessageContext.event(event),
                before -> PromptScheduling.schedule(
                        before.orElse(null),
                        need,
                        due,
                        obsolete,
                        PromptProgress.of(rule.version(), escalateTo, occasion)));
    }

    /**
     * Ends the prompts of these needs, which are read together. Only prompts that exist are written, and those that must not come
     * later because their step was taken before.
     *
     * @param taken needs whose step was taken
     * @param obsolete needs whose step is no longer needed
     */
    void end(Collection<PromptNeed> taken, Collection<PromptNeed> obsolete, EventMeta event) {
        Map<Key, Function<Optional<Prompt>, Decision<Prompt>>> deciders = new LinkedHashMap<>();
        taken.forEach(need -> deciders.put(
                key(need, event),
                before -> before.isPresent() || need.repeat() == Repetition.UNTIL_TAKEN
                        ? PromptScheduling.stepTaken(before.orElse(null), need)
                        : Decision.unchanged()));
        obsolete.forEach(need -> deciders.put(
                key(need, event), before -> before.map(Prompt::cancel).orElseGet(Decision::unchanged)));
        if (!deciders.isEmpty()) {
            prompts.handleAll(MessageContext.event(event), deciders);
        }
    }

    /** Records that the step was taken. */
    void stepTaken(PromptNeed need, EventMeta event) {
        change(need, event, before -> PromptScheduling.stepTaken(before.orElse(null), need));
    }

    /** Cancels the prompt, because its step is no longer needed. */
    void cancel(PromptNeed need, EventMeta event) {
        change(need, event, before -> before.map(Prompt::cancel).orElseGet(Decision::unchanged));
    }

    private void change(PromptNeed need, EventMeta event, Function<Optional<Prompt>, Decision<Prompt>> step) {
        prompts.handle(key(need, event), MessageContext.event(event), step);
    }

    private static Key key(PromptNeed need, EventMeta event) {
        return Key.of(event.organisation(), need.promptId());
    }
}
