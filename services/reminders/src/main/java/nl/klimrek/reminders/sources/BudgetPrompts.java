package nl.klimrek.reminders.sources;

import java.util.function.Consumer;

import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.timing.Receivers;
import org.springframework.stereotype.Component;

/** A request waits for the manager's decision. */
@Component
public class BudgetPrompts {

    private final Prompts prompts;
    private final Receivers receivers;

    BudgetPrompts(Prompts prompts, Receivers receivers) {
        this.prompts = prompts;
        this.receivers = receivers;
    }

    /** Adds what learning budgets ask for. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers
                .on(BudgetRequested.class, (e, meta) -> withManager(e.employee(), meta,
                        manager -> prompts.askSoon(decide(manager, e.request()), meta)))
                .on(BudgetRequestApproved.class, (e, meta) -> decided(e.employee(), e.request(), e.by(), meta))
                .on(BudgetRequestRefused.class, (e, meta) -> decided(e.employee(), e.request(), e.by(), meta))
                .on(BudgetRequestWithdrawn.class, (e, meta) -> withManager(e.employee(), meta,
                        manager -> prompts.moot(decide(manager, e.request()), meta)));
    }

    /** Whoever decided, the manager need not any more. */
    private void decided(String employee, String request, String by, EventMeta meta) {
        withManager(employee, meta, manager -> {
            if (manager.equals(by)) {
                prompts.acted(decide(manager, request), meta);
            } else {
                prompts.moot(decide(manager, request), meta);
            }
        });
    }

    private void withManager(String employee, EventMeta meta, Consumer<String> step) {
        receivers.managerOf(meta.organisation(), employee).ifPresent(step);
    }

    private static PromptNeed decide(String manager, String request) {
        return new PromptNeed(manager, PromptAction.DECIDE_REQUEST, PromptSubject.BUDGET_REQUEST, request);
    }
}
