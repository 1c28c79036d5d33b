package nl.klimrek.reminders.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStep;
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
        schedule(
                List.of(new PromptRequest(need, rule, recipient -> event.time(), recipient -> null, null, occasion)),
                event);
    }

    /** Schedules each prompt for the recipient's first hours from its moment on. */
    void schedule(List<PromptRequest> requests, EventMeta event) {
        Map<String, Recipient> found = recipients.findAll(
                event.organisation(),
                requests.stream().map(request -> request.need().actor()).toList());
        List<AggregateStep<Prompt>> steps = requests.stream()
                .map(request -> scheduling(
                        request, Objects.requireNonNull(found.get(request.need().actor())), event))
                .toList();
        if (steps.size() == 1) {
            // Most prompts are new, so nothing is read first.
            prompts.create(
                    steps.get(0).key(), steps.get(0).cause(), steps.get(0).decider());
        } else {
            take(steps);
        }
    }

    /** The step that schedules a prompt. */
    AggregateStep<Prompt> scheduling(PromptRequest request, Recipient recipient, EventMeta event) {
        PromptRule rule = request.rule();
        Instant earliest = clock.instant().plus(properties.debounce());
        Instant wanted = request.moment().apply(recipient);
        Instant due = recipient.nextMoment(
                wanted.isBefore(earliest) ? earliest : wanted, properties.hoursOf(event.organisation()));
        Instant given = request.obsoleteAt().apply(recipient);
        Instant obsolete = given == null && rule.expires() > 0 ? due.plus(Duration.ofDays(rule.expires())) : given;
        PromptProgress begin = PromptProgress.of(rule.version(), request.escalateTo(), request.occasion());
        return new AggregateStep<>(
                key(request.need(), event),
                MessageContext.event(event),
                before -> PromptScheduling.schedule(before.orElse(null), request.need(), due, obsolete, begin));
    }

    /** The steps that end prompts, as {@link RuleEffects#end} says. */
    static List<AggregateStep<Prompt>> endings(
            Collection<PromptNeed> taken, Collection<PromptNeed> obsolete, EventMeta event) {
        List<AggregateStep<Prompt>> steps = new ArrayList<>();
        taken.forEach(need -> steps.add(step(
                need,
                event,
                before -> before.isPresent() || need.repeat() == Repetition.UNTIL_TAKEN
                        ? PromptScheduling.stepTaken(before.orElse(null), need)
                        : Decision.unchanged())));
        obsolete.forEach(need ->
                steps.add(step(need, event, before -> before.map(Prompt::cancel).orElseGet(Decision::unchanged))));
        return steps;
    }

    /** Takes these steps; the prompts are read and written together. */
    void take(List<AggregateStep<Prompt>> steps) {
        prompts.handleAll(steps);
    }

    private static AggregateStep<Prompt> step(
            PromptNeed need, EventMeta event, Function<Optional<Prompt>, Decision<Prompt>> decider) {
        return new AggregateStep<>(key(need, event), MessageContext.event(event), decider);
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
