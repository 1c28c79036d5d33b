package nl.klimrek.eventing.aggregate;

import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.marker.ProcessedMarkers.Status;

/**
 * Decides about events that a document has not applied, although it applied a later event of their stream.
 *
 * @param collection collection of the documents
 * @param observer is told of events that later ones overtook
 */
record LateEvents(String collection, LateEventObserver observer) {

    /**
     * Whether to apply an event; false for what the document has applied.
     *
     * @throws RefusedException if its order matters
     */
    boolean applies(Marker marker, Status status) {
        if (status == Status.PROCESSED || !(marker instanceof Marker.Event event)) {
            return false;
        }
        LateEventPolicy outcome = status == Status.UNKNOWN && event.policy() == LateEventPolicy.APPLY
                ? LateEventPolicy.REJECT
                : event.policy();
        if (!event.replayed()) {
            observer.overtaken(collection, event, outcome);
        }
        if (outcome == LateEventPolicy.REJECT) {
            throw new RefusedException(Refusal.of("overtaken"));
        }
        return outcome == LateEventPolicy.APPLY;
    }
}
