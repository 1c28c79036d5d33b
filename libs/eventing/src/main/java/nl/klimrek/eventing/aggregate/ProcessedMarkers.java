package nl.klimrek.eventing.aggregate;

import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.bson.Document;

/**
 * Which steps a document has already taken, kept inside that document: the highest sequence seen of each stream of
 * events, which below it were {@linkplain SequenceGaps not taken}, and the newest {@linkplain CommandKeys command keys}.
 */
final class ProcessedMarkers {

    private static final String SEEN = "seen";
    private static final String MISSED = "missed";

    private ProcessedMarkers() {}

    static boolean known(Document document, Marker marker) {
        if (marker instanceof Marker.Event event) {
            return event.sequence() <= highest(document, event)
                    && (event.overtaken() == null
                            || !takes(event, missed(document, event).about(event.sequence())));
        }
        if (marker instanceof Marker.Command command) {
            return CommandKeys.known(document, command);
        }
        return false;
    }

    /** Adds to {@code set} what must be stored so that the marker is known from now on. */
    static void remember(Document document, Marker marker, Document set) {
        if (marker instanceof Marker.Event event) {
            long highest = highest(document, event);
            SequenceGaps before = missed(document, event);
            SequenceGaps after = before.after(highest, event.sequence());
            set.append(SEEN, copy(document, SEEN).append(field(event.stream()), Math.max(highest, event.sequence())));
            if (!after.equals(before)) {
                set.append(MISSED, copy(document, MISSED).append(field(event.stream()), after.stored()));
            }
        }
        if (marker instanceof Marker.Command command) {
            CommandKeys.remember(document, command, set);
        }
    }

    /** Whether an event that is given again, and is not the newest of its stream, has its effect now. */
    private static boolean takes(Marker.Event event, SequenceGaps.Answer answer) {
        if (answer == SequenceGaps.Answer.TAKEN || event.overtaken() == LateEventPolicy.PASSED_OVER) {
            return false;
        }
        if (answer == SequenceGaps.Answer.UNKNOWN || event.overtaken() == LateEventPolicy.REFUSED) {
            throw new RefusedException(Refusal.of("overtaken"));
        }
        return true;
    }

    private static long highest(Document document, Marker.Event event) {
        Number last = (Number) copy(document, SEEN).get(field(event.stream()));
        return last == null ? 0 : last.longValue();
    }

    private static SequenceGaps missed(Document document, Marker.Event event) {
        return SequenceGaps.of(copy(document, MISSED).getList(field(event.stream()), Number.class));
    }

    private static Document copy(Document document, String field) {
        Document found = document == null ? null : document.get(field, Document.class);
        return found == null ? new Document() : new Document(found);
    }

    /** A field name can hold neither a dot nor a leading dollar sign. */
    private static String field(String stream) {
        return stream.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
