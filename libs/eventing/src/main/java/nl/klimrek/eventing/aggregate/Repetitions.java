package nl.klimrek.eventing.aggregate;

import java.util.ArrayList;
import java.util.List;

import nl.klimrek.eventing.Cause.Marker;
import nl.klimrek.eventing.CommandKeyReusedException;
import org.bson.Document;

/**
 * Which steps a document has already taken, kept inside that document: the highest sequence seen of each stream of
 * events, and the newest command keys with their fingerprints.
 */
final class Repetitions {

    /** A caller repeats soon or never; older keys make room. */
    static final int COMMANDS_REMEMBERED = 64;

    private static final String SEEN = "seen";
    private static final String COMMANDS = "commands";

    private Repetitions() {}

    static boolean known(Document document, Marker marker) {
        if (marker instanceof Marker.Event event) {
            Document seen = document.get(SEEN, Document.class);
            Number last = seen == null ? null : (Number) seen.get(field(event.stream()));
            return last != null && event.sequence() <= last.longValue();
        }
        if (marker instanceof Marker.Command command) {
            for (Document earlier : commands(document)) {
                if (earlier.getString("key").equals(command.key())) {
                    if (!earlier.getString("print").equals(command.fingerprint())) {
                        throw new CommandKeyReusedException();
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** Adds to {@code set} what must be stored so that the marker is known from now on. */
    static void remember(Document document, Marker marker, Document set) {
        if (marker instanceof Marker.Event event) {
            Document seen = document == null ? null : document.get(SEEN, Document.class);
            Document next = seen == null ? new Document() : new Document(seen);
            set.append(SEEN, next.append(field(event.stream()), event.sequence()));
        }
        if (marker instanceof Marker.Command command) {
            List<Document> next = new ArrayList<>(document == null ? List.of() : commands(document));
            next.add(new Document("key", command.key()).append("print", command.fingerprint()));
            set.append(COMMANDS, next.subList(Math.max(0, next.size() - COMMANDS_REMEMBERED), next.size()));
        }
    }

    private static List<Document> commands(Document document) {
        return document.getList(COMMANDS, Document.class, List.of());
    }

    /** A field name can hold neither a dot nor a leading dollar sign. */
    private static String field(String stream) {
        return stream.replace('.', '\uFF0E').replace('$', '\uFF04');
    }
}
