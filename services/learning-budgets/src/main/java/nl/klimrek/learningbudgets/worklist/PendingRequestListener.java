package nl.klimrek.learningbudgets.worklist;

import java.util.List;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.learningbudgets.BudgetRequestApproved;
import nl.klimrek.contracts.learningbudgets.BudgetRequestRefused;
import nl.klimrek.contracts.learningbudgets.BudgetRequestWithdrawn;
import nl.klimrek.contracts.learningbudgets.BudgetRequested;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Keeps the pending requests up to date. A replayed event changes nothing. */
@Component
public class PendingRequestListener {

    private final AggregateStore<PendingRequestList> pendingRequests;
    private final RequesterIndex requesters;

    PendingRequestListener(AggregateStore<PendingRequestList> pendingRequests, RequesterIndex requesters) {
        this.pendingRequests = pendingRequests;
        this.requesters = requesters;
    }

    /** Adds this listener to the service's handlers. */
    public void register(EventHandlers handlers) {
        handlers.on(
                        BudgetRequested.class,
                        (requested, event) -> apply(
                                requested.employee(),
                                event,
                                now -> now.with(PendingRequest.of(requested, event.time()))))
                .on(
                        BudgetRequestApproved.class,
                        (approved, event) -> apply(approved.employee(), event, now -> now.without(approved.request())))
                .on(
                        BudgetRequestRefused.class,
                        (refused, event) -> apply(refused.employee(), event, now -> now.without(refused.request())))
                .on(
                        BudgetRequestWithdrawn.class,
                        (withdrawn, event) ->
                                apply(withdrawn.employee(), event, now -> now.without(withdrawn.request())));
    }

    private void apply(String employee, EventMeta event, UnaryOperator<PendingRequestList> change) {
        PendingRequestList now = pendingRequests
                .handle(
                        Key.of(event.organisation(), employee),
                        MessageContext.event(event),
                        before -> Decision.accept(
                                change.apply(before.orElseGet(() -> new PendingRequestList(employee, List.of())))))
                .state();
        // A replay repeats this as well, because the first attempt may have stopped between the two writes.
        requesters.update(event.organisation(), employee, !now.requests().isEmpty());
    }
}
