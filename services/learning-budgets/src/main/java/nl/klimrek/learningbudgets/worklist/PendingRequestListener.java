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

/** Keeps what waits for a decision up to date; an event that arrives again changes nothing. */
@Component
public class PendingRequestListener {

    private final AggregateStore<PendingRequestList> open;
    private final AggregateStore<PendingRequesters> asking;

    PendingRequestListener(AggregateStore<PendingRequestList> open, AggregateStore<PendingRequesters> asking) {
        this.open = open;
        this.asking = asking;
    }

    /** Adds this listener to the service's handlers. */
    public void register(EventHandlers handlers) {
        handlers.on(
                        BudgetRequested.class,
                        (asked, event) ->
                                apply(asked.employee(), event, now -> now.with(PendingRequest.of(asked, event.time()))))
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
        MessageContext cause = MessageContext.event(event);
        PendingRequestList now = open.handle(
                        Key.of(event.organisation(), employee),
                        cause,
                        before -> Decision.accept(
                                change.apply(before.orElseGet(() -> new PendingRequestList(employee, List.of())))))
                .state();
        // Also after a repetition: the first time may have stopped between the two. It follows from what is open now,
        // so
        // it needs no marker, of which this document would otherwise keep one for every account.
        boolean asks = !now.requests().isEmpty();
        asking.handle(
                Key.of(event.organisation(), PendingRequesters.partOf(employee)),
                cause.withoutMarker(),
                before -> update(before.orElseGet(() -> new PendingRequesters(List.of())), employee, asks));
    }

    private static Decision<PendingRequesters> update(PendingRequesters before, String employee, boolean asks) {
        PendingRequesters next = before.with(employee, asks);
        return next.equals(before) ? Decision.unchanged() : Decision.accept(next);
    }
}
