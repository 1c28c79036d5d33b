package nl.klimrek.journal.store.entry;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.TimelineKey;

/**
 * Builds the names of the journal's documents and of their index fields, each within its organisation. Ids of others (of
 * events, of correlations) are hashed, so any text is a valid part of a name.
 */
public final class DocumentNames {

    private DocumentNames() {}

    public static String head(Organisation organisation) {
        return Key.of(organisation, "head").value();
    }

    /** Name of an event that is in the chain. */
    public static String event(Organisation organisation, String identity) {
        return Key.of(organisation, hashed(identity)).value();
    }

    /** Name of the entry at this position. */
    public static String place(Organisation organisation, long position) {
        return Key.of(organisation, Long.toString(position)).value();
    }

    public static String timeline(Organisation organisation, TimelineKey key) {
        return timeline(organisation, key.kind(), hashed(key.id()));
    }

    /** One name per key. An id that occurs more than once is hashed once. */
    public static List<String> timelines(Organisation organisation, Collection<TimelineKey> keys) {
        Map<String, String> hashes = new HashMap<>();
        return keys.stream()
                .map(key -> timeline(organisation, key.kind(), hashes.computeIfAbsent(key.id(), DocumentNames::hashed)))
                .toList();
    }

    private static String timeline(Organisation organisation, TimelineKey.Kind kind, String hash) {
        return Key.of(organisation, kind.stored().toLowerCase(Locale.ROOT) + ":" + hash)
                .value();
    }

    private static String hashed(String name) {
        return Hash.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
