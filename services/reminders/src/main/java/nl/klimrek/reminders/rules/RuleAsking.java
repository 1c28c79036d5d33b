package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.Optional;
import nl.klimrek.contracts.conversations.ExternalCoachId;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.reminders.catalogue.EscalationTarget;
import nl.klimrek.reminders.catalogue.PromptAsk;
import nl.klimrek.reminders.catalogue.PromptReceiver;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.catalogue.StepBy;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the prompts of a rule upon an event. Those of managers are scheduled at once. */
@Component
class RuleAsking {

    private final ReceiverLookup receivers;
    private final ManagerTasks managers;
    private final RemindersProperties properties;

    RuleAsking(ReceiverLookup receivers, ManagerTasks managers, RemindersProperties properties) {
        this.receivers = receivers;
        this.managers = managers;
        this.properties = properties;
    }

    void ask(PromptRule rule, PromptAsk ask, EventFields event, EventMeta meta, RuleEffects effects) {
        Optional<String> about = event.text(rule.about());
        Optional<PromptSubject> subject = subjectOf(rule, event);
        AskTiming timing = new AskTiming(ask, event, meta, properties);
        if (about.isEmpty() || subject.isEmpty() || !timing.isKnown() || !applies(ask, event, meta)) {
            return;
        }
        if (ask.whom() == PromptReceiver.MANAGER) {
            event.text("employee")
                    .ifPresent(employee -> managers.open(
                            rule, new PromptNeed(employee, rule.action(), subject.get(), about.get()), employee, meta));
            return;
        }
        List<String> people = receivers.find(ask.whom(), event, meta).stream()
                .filter(person -> !ask.unlessLeft() || !receivers.hasParted(person, about.get(), meta))
                .toList();
        if (rule.remembersAsked() && !people.isEmpty()) {
            String group = event.text(rule.remember() == null ? rule.about() : rule.remember())
                    .orElse(about.get());
            effects.remember(
                    rule.action(),
                    group,
                    people.stream()
                            .map(person -> new Asked(person, about.get()))
                            .toList(),
                    meta);
        }
        if (!people.isEmpty()) {
            effects.schedule(
                    people.stream()
                            .map(person -> new PromptRequest(
                                    new PromptNeed(person, rule.action(), subject.get(), about.get(), rule.repeat()),
                                    rule,
                                    timing::due,
                                    timing::obsoleteAt,
                                    escalateTo(rule, person, event),
                                    timing.occasion(person)))
                            .toList(),
                    meta);
        }
    }

    /** The kind of the subject: of the rule or, where the rule has none, of the event. */
    static Optional<PromptSubject> subjectOf(PromptRule rule, EventFields event) {
        return rule.subject() == null
                ? event.text("subjectKind").map(PromptSubject::valueOf)
                : Optional.of(rule.subject());
    }

    private static boolean applies(PromptAsk ask, EventFields event, EventMeta meta) {
        boolean byEmployee = event.text("employee").filter(meta.actor()::equals).isPresent();
        return event.matches(ask.only())
                && (ask.except().isEmpty() || !event.matches(ask.except()))
                && !(ask.unlessExternal()
                        && event.text("counterpart")
                                .filter(ExternalCoachId::matches)
                                .isPresent())
                && (ask.actor() == null || (ask.actor() == StepBy.EMPLOYEE) == byEmployee);
    }

    private @Nullable String escalateTo(PromptRule rule, String person, EventFields event) {
        return rule.series() != null && rule.series().then() == EscalationTarget.OTHER_SIDE
                ? receivers.otherSide(person, event).orElse(null)
                : null;
    }
}
