package nl.klimrek.reminders.rules;

import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.springframework.stereotype.Component;

/** Prompts the current manager to decide on a budget request. When the manager changes, the new one is prompted. */
@Component
@Schedules(PromptAction.DECIDE_REQUEST)
class BudgetRequestPromptRules implements PromptRules {

    private final AggregateStore<TrackedRequests> requests;
    private final PromptScheduler scheduler;
    private final RecipientLookup recipients;

    BudgetRequestPromptRules(
            AggregateStore<TrackedRequests> requests, PromptScheduler scheduler, RecipientLookup recipients) {
        this.requests = requests;
        this.scheduler = scheduler;
        this.recipients = recipients;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(BudgetRequested.class, this::requested)
                .on(BudgetRequestApproved.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(BudgetRequestRefused.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(BudgetRequestWithdrawn.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(PersonJoined.class, (e, meta) -> promptNewManager(e.person(), meta))
                .on(PersonChanged.class, (e, meta) -> promptNewManager(e.person(), meta));
    }

    /**
     * Tracks the request before it prompts, so that a change of manager in between is handled by one of the two handlers. A
     * replay finds the managers who were prompted already.
     */
    private void requested(BudgetRequested event, EventMeta meta) {
        TrackedRequests open = requests.handle(
                        Key.of(meta.organisation(), event.employee()),
                        MessageContext.event(meta),
                        before -> Decision.accept(
                                before.orElse(TrackedRequests.EMPTY).with(event.request())))
                .state();
        recipients
                .managerOf(meta.organisation(), event.employee())
                .filter(manager -> open.isNewTo(manager, event.request()))
                .ifPresent(manager -> prompt(event.employee(), event.request(), manager, meta));
    }

    /** Closes the prompts of a decided request. It is untracked last, so a stop half-way is made up for by the replay. */
    private void decided(String employee, String request, EventMeta meta) {
        for (String manager : open(employee, meta).promptedManagers(request)) {
            if (manager.equals(meta.actor())) {
                scheduler.stepTaken(need(manager, request), meta);
            } else {
                scheduler.cancel(need(manager, request), meta);
            }
        }
        change(employee, meta, open -> open.without(request));
    }

    private void promptNewManager(String employee, EventMeta meta) {
        Optional<String> manager = recipients.managerOf(meta.organisation(), employee);
        for (TrackedRequest tracked : open(employee, meta).waiting()) {
            tracked.prompted().stream()
                    .filter(prompted -> !manager.equals(Optional.of(prompted)))
                    .forEach(former -> scheduler.cancel(need(former, tracked.request()), meta));
            manager.filter(now -> !tracked.prompted().contains(now))
                    .ifPresent(now -> prompt(employee, tracked.request(), now, meta));
        }
    }

    private void prompt(String employee, String request, String manager, EventMeta meta) {
        scheduler.scheduleSoon(need(manager, request), meta);
        change(employee, meta, open -> open.prompted(request, manager));
    }

    private TrackedRequests open(String employee, EventMeta meta) {
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

    private static PromptNeed need(String manager, String request) {
        return new PromptNeed(manager, PromptAction.DECIDE_REQUEST, PromptSubject.BUDGET_REQUEST, request);
    }
}
