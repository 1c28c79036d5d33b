package nl.klimrek.eventing.marker;

import nl.klimrek.eventing.LateEventPolicy;
import nl.klimrek.eventing.MessageContext.Marker;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.bson.Document;

/**
 * Deduplication markers inside a document: the highest sequence of each stream, the {@linkplain SequenceGaps gaps}
 * below it, and the newest {@linkplain CommandKeys command keys}.
 */
public final class ProcessedMarkers {

    private static final String HIGHEST = "seen";
    private static final String GAPS = "missed";

    private ProcessedMarkers() {}

    public static boolean contains(Document document, Marker marker) {
        if (marker instanceof Marker.Event event) {
            return event.sequence() <= highest(document, event)
                    && (event.lateEventPolicy() == null
                            || !appliesLate(event, gaps(document, event).statusOf(event.sequence())));
        }
        if (marker instanceof Marker.Command command) {
            return CommandKeys.contains(document, command);
        }
        return false;
    }

    /** Adds the marker to the fields that the write sets. */
    public static void record(Document document, Marker marker, Document set) {
        if (marker instanceof Marker.Event event) {
            long highest = highest(document, event);
            SequenceGaps before = gaps(document, event);
            SequenceGaps after = before.afterApplying(highest, event.sequence());
            set.append(
                    HIGHEST,
                    copy(document, HIGHEST).append(field(event.stream()), Math.max(highest, event.sequence())));
            if (!after.equals(before)) {
                set.append(GAPS, copy(document, GAPS).append(field(event.stream()), after.toList()));
            }
        }
        if (marker instanceof Marker.Command command) {
            CommandKeys.record(document, command, set);
        }
    }

    /** Whether a replayed event is applied although later events of its stream were. */
    private static boolean appliesLate(Marker.Event event, SequenceGaps.Status status) {
        if (status == SequenceGaps.Status.APPLIED || event.lateEventPolicy() == LateEventPolicy.IGNORE) {
            return false;
        }
        if (status == SequenceGaps.Status.UNKNOWN || event.lateEventPolicy() == LateEventPolicy.REJECT) {
            throw new RefusedException(Refusal.of("overtaken"));
        }
        return true;
    }

    private static long highest(Document document, Marker.Event event) {
        Number last = (Number) copy(document, HIGHEST).get(field(event.stream()));
        return last == null ? 0 : last.longValue();
    }

    private static SequenceGaps gaps(Document document, Marker.Event event) {
        return SequenceGaps.fromList(copy(document, GAPS).getList(field(event.stream()), Number.class));
    }

    private static Document copy(Document document, String field) {
        Document found = document == null ? null : document.get(field, Document.class);
        return found == null ? new Document() : new Document(found);
    }

    /** Field names cannot contain a dot or start with a dollar sign. */
    private static String field(String stream) {
        return stream.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
