package nl.klimrek.journal.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Hash;
import nl.klimrek.journal.chain.TimelineKey;

/**
 * Names of the journal's documents, each within its organisation. What others have named (event ids, correlation ids) is
 * hashed first: any text will do, and two texts never meet.
 */
final class Names {

    /** Positions of one timeline that one document holds: some 500 KB at most. */
    static final long BUCKET = 50_000;

    private Names() {}

    static String head(Organisation organisation) {
        return Key.of(organisation, "head").value();
    }

    static String entry(Organisation organisation, String identity) {
        return Key.of(organisation, hashed(identity)).value();
    }

    static String place(Organisation organisation, long position) {
        return Key.of(organisation, Long.toString(position)).value();
    }

    static String stream(Organisation organisation, String stream) {
        return Key.of(organisation, "stream:" + hashed(stream)).value();
    }

    static String timeline(Organisation organisation, TimelineKey key, long bucket) {
        String kind = key.kind().name().toLowerCase(Locale.ROOT);
        return Key.of(organisation, kind + ":" + hashed(key.id()) + ":" + bucket).value();
    }

    static long bucket(long position) {
        return position / BUCKET;
    }

    private static String hashed(String name) {
        return Hash.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
