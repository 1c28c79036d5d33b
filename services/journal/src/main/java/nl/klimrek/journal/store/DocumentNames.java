package nl.klimrek.journal.store;

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
 * DocumentNames of the journal's documents and of what they are found by, each within its organisation. What others have named
 * (event ids, correlation ids) is hashed first: any text will do, and two texts never meet.
 */
final class DocumentNames {

    private DocumentNames() {}

    static String head(Organisation organisation) {
        return Key.of(organisation, "head").value();
    }

    static String entry(Organisation organisation, String identity) {
        return Key.of(organisation, hashed(identity)).value();
    }

    static String place(Organisation organisation, long position) {
        return Key.of(organisation, Long.toString(position)).value();
    }

    static String timeline(Organisation organisation, TimelineKey key) {
        return timeline(organisation, key.kind(), hashed(key.id()));
    }

    /** One for each; what is about one person often has that id more than once, and is hashed once. */
    static List<String> timelines(Organisation organisation, Collection<TimelineKey> keys) {
        Map<String, String> hashes = new HashMap<>();
        return keys.stream()
                .map(key -> timeline(organisation, key.kind(), hashes.computeIfAbsent(key.id(), DocumentNames::hashed)))
                .toList();
    }

    private static String timeline(Organisation organisation, TimelineKey.Kind kind, String hash) {
        return Key.of(organisation, kind.name().toLowerCase(Locale.ROOT) + ":" + hash)
                .value();
    }

    private static String hashed(String name) {
        return Hash.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
