package nl.klimrek.reminders.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.reminders.catalogue.PromptEnd;
import nl.klimrek.reminders.catalogue.PromptReceiver;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import org.springframework.stereotype.Component;

/** Finds the prompts that an event ends. */
@Component
class RuleEnding {

    private final ReceiverLookup receivers;
    private final ManagerTasks managers;

    RuleEnding(ReceiverLookup receivers, ManagerTasks managers) {
        this.receivers = receivers;
        this.managers = managers;
    }

    /** The groups of people of whom rules with this event remember that they were asked. */
    List<AskedGroup> groups(Collection<PromptRule> rules, String type, EventFields event) {
        return rules.stream()
                .filter(rule -> endsOfAsked(rule, type, event) && !rule.asksManagers())
                .flatMap(rule -> group(rule, event).stream())
                .distinct()
                .toList();
    }

    List<PromptNeed> needs(
            PromptRule rule,
            PromptEnd end,
            EventFields event,
            EventMeta meta,
            Map<AskedGroup, List<Asked>> everyoneAsked) {
        if (!ends(end, event)) {
            return List.of();
        }
        Optional<String> about = event.text(rule.about());
        if (end.whom() == PromptReceiver.ASKED && !rule.asksManagers()) {
            return group(rule, event).map(everyoneAsked::get).orElse(List.of()).stream()
                    .filter(asked -> rule.remember() != null
                            || about.filter(asked.about()::equals).isPresent())
                    .flatMap(asked -> need(rule, asked.person(), asked.about(), event).stream())
                    .toList();
        }
        if (about.isEmpty()) {
            return List.of();
        }
        List<String> people = end.whom() == PromptReceiver.ASKED
                ? managers.prompted(
                        rule.action(), about.get(), event.text("employee").orElse(""), meta)
                : receivers.find(end.whom(), event, meta);
        return people.stream()
                .flatMap(person -> need(rule, person, about.get(), event).stream())
                .toList();
    }

    /** Forgets the people who were asked, when the event ends all their prompts. */
    void forget(
            PromptRule rule,
            String type,
            EventFields event,
            EventMeta meta,
            Map<AskedGroup, List<Asked>> everyoneAsked,
            RuleEffects effects) {
        boolean all = endsOfAsked(rule, type, event);
        if (all && rule.asksManagers()) {
            event.text(rule.about())
                    .ifPresent(about -> managers.close(
                            rule.action(), about, event.text("employee").orElse(""), meta));
        } else if (all) {
            group(rule, event)
                    .filter(everyoneAsked::containsKey)
                    .ifPresent(group -> effects.forget(group.action(), group.name(), meta));
        }
    }

    private static boolean endsOfAsked(PromptRule rule, String type, EventFields event) {
        return Stream.concat(rule.done().stream(), rule.moot().stream())
                .filter(end -> end.event().equals(type) && end.whom() == PromptReceiver.ASKED)
                .anyMatch(end -> ends(end, event));
    }

    private static boolean ends(PromptEnd end, EventFields event) {
        return event.matches(end.only())
                && (end.without() == null || event.moment(end.without()).isEmpty());
    }

    private static Optional<AskedGroup> group(PromptRule rule, EventFields event) {
        return event.text(rule.remember() == null ? rule.about() : rule.remember())
                .map(name -> new AskedGroup(rule.action(), name));
    }

    /** The need of a person. Only its id counts here, and the id does not depend on the kind of the subject. */
    private static Optional<PromptNeed> need(PromptRule rule, String person, String about, EventFields event) {
        PromptSubject subject = RuleAsking.subjectOf(rule, event).orElse(PromptSubject.CONVERSATION);
        return person.isEmpty()
                ? Optional.empty()
                : Optional.of(new PromptNeed(person, rule.action(), subject, about, rule.repeat()));
    }
}
