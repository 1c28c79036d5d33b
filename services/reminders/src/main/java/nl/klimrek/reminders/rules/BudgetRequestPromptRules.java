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

/** A request waits for the manager's decision: that of the manager of the moment, also when that becomes another. */
@Component
public class BudgetRequestPromptRules {

    private final AggregateStore<TrackedRequests> requests;
    private final PromptScheduler prompts;
    private final RecipientLookup receivers;

    BudgetRequestPromptRules(
            AggregateStore<TrackedRequests> requests, PromptScheduler prompts, RecipientLookup receivers) {
        this.requests = requests;
        this.prompts = prompts;
        this.receivers = receivers;
    }

    /** Adds what learning budgets ask for. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(BudgetRequested.class, this::requested)
                .on(BudgetRequestApproved.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(BudgetRequestRefused.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(BudgetRequestWithdrawn.class, (e, meta) -> decided(e.employee(), e.request(), meta))
                .on(PersonJoined.class, (e, meta) -> askNewManager(e.person(), meta))
                .on(PersonChanged.class, (e, meta) -> askNewManager(e.person(), meta));
    }

    /**
     * Noted before it is asked: a manager who changes in between is then found by the one or by the other. What arrives
     * another time finds who was asked, or nothing to ask any more.
     */
    private void requested(BudgetRequested event, EventMeta meta) {
        TrackedRequests open = requests.handle(
                        Key.of(meta.organisation(), event.employee()),
                        MessageContext.event(meta),
                        before -> Decision.accept(
                                before.orElse(TrackedRequests.NONE).with(event.request())))
                .state();
        receivers
                .managerOf(meta.organisation(), event.employee())
                .filter(manager -> open.isNewTo(manager, event.request()))
                .ifPresent(manager -> ask(event.employee(), event.request(), manager, meta));
    }

    /** Whoever decided, nobody need any more. Forgotten last: what stopped half-way is done again. */
    private void decided(String employee, String request, EventMeta meta) {
        for (String manager : open(employee, meta).askedOf(request)) {
            if (manager.equals(meta.actor())) {
                prompts.acted(decide(manager, request), meta);
            } else {
                prompts.moot(decide(manager, request), meta);
            }
        }
        change(employee, meta, open -> open.without(request));
    }

    private void askNewManager(String employee, EventMeta meta) {
        Optional<String> manager = receivers.managerOf(meta.organisation(), employee);
        for (TrackedRequests.Waiting one : open(employee, meta).waiting()) {
            one.asked().stream()
                    .filter(asked -> !manager.equals(Optional.of(asked)))
                    .forEach(former -> prompts.moot(decide(former, one.request()), meta));
            manager.filter(now -> !one.asked().contains(now)).ifPresent(now -> ask(employee, one.request(), now, meta));
        }
    }

    private void ask(String employee, String request, String manager, EventMeta meta) {
        prompts.askSoon(decide(manager, request), meta);
        change(employee, meta, open -> open.asked(request, manager));
    }

    private TrackedRequests open(String employee, EventMeta meta) {
        return requests.find(Key.of(meta.organisation(), employee))
                .map(Versioned::state)
                .orElse(TrackedRequests.NONE);
    }

    private void change(String employee, EventMeta meta, UnaryOperator<TrackedRequests> change) {
        requests.handle(
                Key.of(meta.organisation(), employee),
                MessageContext.event(meta).withoutMarker(),
                before -> before.filter(open -> !change.apply(open).equals(open))
                        .map(open -> Decision.accept(change.apply(open)))
                        .orElseGet(Decision::unchanged));
    }

    private static PromptNeed decide(String manager, String request) {
        return new PromptNeed(manager, PromptAction.DECIDE_REQUEST, PromptSubject.BUDGET_REQUEST, request);
    }
}
