package nl.klimrek.eventing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.klimrek.eventing.outbox.OutboxEvent;
import org.bson.Document;

/**
 * Watches a history and fails at the first step that breaks a guarantee.
 *
 * <ul>
 * <li>Order: of one subject, first arrivals are 1, 2, 3, …. Legal: 1 2 1 2 3. Illegal: 1 3; 2 1.
 * <li>No loss: an event leaves its document only after it arrived. Illegal: removed and never on the topic.
 * <li>No return: an event that was removed is never in a document again.
 * <li>Versions never go back, and an acknowledged command's version is reached.
 * <li>Effect once: what consumers made of a subject equals the highest sequence they took. Illegal: 1 2 2 counted as 3.
 * </ul>
 */
final class Guarantees {

    private final Map<String, Long> arrivedUpTo = new HashMap<>();
    private final Set<String> arrivedIds = new HashSet<>();
    private final Set<String> removedIds = new HashSet<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private long duplicates;

    void arrived(OutboxEvent event) {
        String subject = event.headers().get("ce_subject");
        long sequence = Long.parseLong(event.headers().get("ce_sequence"));
        long upTo = arrivedUpTo.getOrDefault(subject, 0L);
        if (!arrivedIds.add(event.id())) {
            duplicates++;
            return;
        }
        check(sequence == upTo + 1, subject + ": " + sequence + " arrived first after " + upTo);
        arrivedUpTo.put(subject, sequence);
    }

    void stored(String collection, Document document) {
        String id = collection + " " + document.getString("_id");
        long version = document.getLong("version");
        check(version >= versions.getOrDefault(id, 0L), id + " went back to version " + version);
        versions.put(id, version);
        for (Document entry : document.getList("outbox", Document.class, List.of())) {
            check(!removedIds.contains(entry.getString("id")), id + ": a removed event is back");
        }
    }

    void removed(String event) {
        check(arrivedIds.contains(event), "an event was removed that never arrived");
        removedIds.add(event);
    }

    void acknowledged(String subject, long value) {
        acknowledged.merge(subject, value, Math::max);
    }

    void effect(String subject, long counted, long sequence) {
        check(counted == sequence, subject + ": the effect counts " + counted + " after sequence " + sequence);
    }

    /** After everything has drained: every acknowledged command arrived, and had its effect. */
    void settled(Map<String, Long> values, Map<String, Long> effects) {
        assertThat(acknowledged).allSatisfy((subject, value) -> assertThat(values.get(subject)).as(subject).isGreaterThanOrEqualTo(value));
        assertThat(arrivedUpTo).isEqualTo(values);
        assertThat(effects).isEqualTo(values);
    }

    long arrivals() {
        return arrivedIds.size();
    }

    long duplicates() {
        return duplicates;
    }

    private static void check(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(broken);
        }
    }
}
