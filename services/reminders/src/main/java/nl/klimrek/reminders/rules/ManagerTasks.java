package nl.klimrek.reminders.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.springframework.stereotype.Component;

/** Prompts the current manager of a person. When the manager changes, the new one is prompted instead of the former one. */
@Component
class ManagerTasks implements PromptRules {

    private final AggregateStore<TrackedRequests> requests;
    private final PromptScheduler scheduler;
    private final RecipientLookup recipients;
    private final PromptCatalogue catalogue;

    ManagerTasks(
            AggregateStore<TrackedRequests> requests,
            PromptScheduler scheduler,
            RecipientLookup recipients,
            PromptCatalogue catalogue) {
        this.requests = requests;
        this.scheduler = scheduler;
        this.recipients = recipients;
        this.catalogue = catalogue;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(PersonJoined.class, (e, meta) -> promptNewManager(e.person(), meta))
                .on(PersonChanged.class, (e, meta) -> promptNewManager(e.person(), meta));
    }

    /**
     * Tracks the task before it prompts, so that a change of manager in between is handled by one of the two handlers. A
     * replay finds the managers who were prompted already.
     */
    void open(PromptRule rule, PromptNeed unassigned, String employee, EventMeta meta) {
        TrackedRequests open = requests.handle(
                        Key.of(meta.organisation(), employee),
                        MessageContext.event(meta),
                        before -> Decision.accept(before.orElse(TrackedRequests.EMPTY)
                                .with(rule.action(), unassigned.subjectKind(), unassigned.about())))
                .state();
        Optional<TrackedRequest> tracked = open.find(rule.action(), unassigned.about());
        recipients
                .managerOf(meta.organisation(), employee)
                .filter(manager -> tracked.filter(task -> !task.prompted().contains(manager))
                        .isPresent())
                .ifPresent(manager -> prompt(employee, tracked.get(), manager, meta));
    }

    /** Person ids of the managers who were prompted about this. */
    List<String> prompted(PromptAction action, String about, String employee, EventMeta meta) {
        return find(employee, meta)
                .find(action, about)
                .map(TrackedRequest::prompted)
                .orElse(List.of());
    }

    /** Ends the tracking. It comes after the prompts are closed, so a stop half-way is made up for by the replay. */
    void close(PromptAction action, String about, String employee, EventMeta meta) {
        change(employee, meta, open -> open.without(action, about));
    }

    private void promptNewManager(String employee, EventMeta meta) {
        Optional<String> manager = recipients.managerOf(meta.organisation(), employee);
        for (TrackedRequest tracked : find(employee, meta).waiting()) {
            tracked.prompted().stream()
                    .filter(prompted -> !manager.equals(Optional.of(prompted)))
                    .forEach(former -> scheduler.cancel(need(former, tracked), meta));
            manager.filter(now -> !tracked.prompted().contains(now))
                    .ifPresent(now -> prompt(employee, tracked, now, meta));
        }
    }

    private void prompt(String employee, TrackedRequest tracked, String manager, EventMeta meta) {
        scheduler.scheduleSoon(
                need(manager, tracked), meta, catalogue.rule(tracked.action()), PromptOccasion.with(employee));
        change(employee, meta, open -> open.prompted(tracked.action(), tracked.request(), manager));
    }

    private TrackedRequests find(String employee, EventMeta meta) {
        return requests.find(Key.of(meta.organisation(), employee))
                .map(Versioned::state)
                .orElse(TrackedRequests.EMPTY);
    }

    private void change(String employee, EventMeta meta, UnaryOperator<TrackedRequests> change) {
        requests.handle(
                Key.of(meta.organisation(), employee),
                MessageContext.event(meta).withoutMarker(),
                before -> before.filter(open -> !change.apply(open).equals(open))
                        .map(open -> Decision.accept(change.apply(open)))
                        .orElseGet(Decision::unchanged));
    }

    private static PromptNeed need(String manager, TrackedRequest tracked) {
        return new PromptNeed(manager, tracked.action(), tracked.subjectKind(), tracked.request());
    }
}
