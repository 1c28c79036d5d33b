package nl.klimrek.eventing.marker;

import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;

/** Is told of each event that arrived after a later event of its stream had been applied. */
@FunctionalInterface
public interface LateEventObserver {

    /** Ignores late events. */
    LateEventObserver NONE = (collection, event, outcome) -> {};

    /**
     * Notices an overtaken event.
     *
     * @param collection collection of the document
     * @param event the event that was overtaken
     * @param outcome what was done with it
     */
    void overtaken(String collection, Marker.Event event, LateEventPolicy outcome);
}
