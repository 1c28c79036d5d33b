package nl.klimrek.eventing.marker;

import java.util.List;
import nl.klimrek.eventing.MessageContext.Marker;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Deduplication markers inside a document: of each stream the highest sequence, the {@linkplain SequenceGaps gaps} below
 * it and {@linkplain ReadPositions where it was read}, and the newest {@linkplain CommandKeys command keys}.
 */
public final class ProcessedMarkers {

    private static final String HIGHEST = "seen";
    private static final String GAPS = "missed";
    private static final String POSITIONS = "readAt";

    private ProcessedMarkers() {}

    /** What a document knows of a command or event. */
    public enum Status {

        /** Not handled before. */
        NEW,

        /** Handled before, or a later event of the same partition was: it changes nothing. */
        PROCESSED,

        /** Not applied, but a later event of its stream was. */
        OVERTAKEN,

        /** A later event of its stream was applied, and whether this one was is no longer known. */
        UNKNOWN
    }

    /**
     * Compares a marker with those in the document.
     *
     * @throws CommandKeyReusedException if the key of this command was used for another one
     */
    public static Status statusOf(@Nullable Document document, Marker marker) {
        if (document == null) {
            return Status.NEW;
        }
        if (marker instanceof Marker.Event event) {
            return statusOf(document, event);
        }
        return marker instanceof Marker.Command command && CommandKeys.contains(document, command)
                ? Status.PROCESSED
                : Status.NEW;
    }

    private static Status statusOf(Document document, Marker.Event event) {
        if (event.sequence() > highest(document, event)) {
            return Status.NEW;
        }
        if (!event.replayed() && !positions(document, event).canHaveOvertaken(event.position())) {
            return Status.PROCESSED;
        }
        return switch (gaps(document, event).statusOf(event.sequence())) {
            case APPLIED -> Status.PROCESSED;
            case NOT_APPLIED -> Status.OVERTAKEN;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    /** Adds the marker to the fields that the write sets. */
    public static void record(@Nullable Document document, Marker marker, Document set) {
        if (marker instanceof Marker.Event event) {
            record(document, event, set);
        }
        if (marker instanceof Marker.Command command) {
            CommandKeys.record(document, command, set);
        }
    }

    private static void record(@Nullable Document document, Marker.Event event, Document set) {
        String field = field(event.stream());
        long highest = highest(document, event);
        SequenceGaps before = gaps(document, event);
        SequenceGaps after = highest == 0 && event.epoch() > 0
                ? SequenceGaps.sinceEpochBegan(event.sequence())
                : before.afterApplying(highest, event.sequence());
        set.append(HIGHEST, copy(document, HIGHEST).append(field, Math.max(highest, event.sequence())));
        if (!after.equals(before)) {
            set.append(GAPS, copy(document, GAPS).append(field, after.toList()));
        }
        if (event.position() != null && event.sequence() > highest) {
            List<Long> positions =
                    positions(document, event).afterHighest(event.position()).positions();
            set.append(POSITIONS, copy(document, POSITIONS).append(field, positions));
        }
    }

    private static long highest(@Nullable Document document, Marker.Event event) {
        Number last = (Number) copy(document, HIGHEST).get(field(event.stream()));
        return last == null ? 0 : last.longValue();
    }

    private static SequenceGaps gaps(@Nullable Document document, Marker.Event event) {
        return SequenceGaps.fromList(copy(document, GAPS).getList(field(event.stream()), Number.class));
    }

    private static ReadPositions positions(@Nullable Document document, Marker.Event event) {
        return ReadPositions.fromList(copy(document, POSITIONS).getList(field(event.stream()), Number.class));
    }

    private static Document copy(@Nullable Document document, String field) {
        Document found = document == null ? null : document.get(field, Document.class);
        return found == null ? new Document() : new Document(found);
    }

    /** Field names cannot contain a dot or start with a dollar sign. */
    private static String field(String stream) {
        return stream.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
