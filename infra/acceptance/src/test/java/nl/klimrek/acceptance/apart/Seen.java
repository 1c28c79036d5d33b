package nl.klimrek.acceptance.apart;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.testkit.guarantees.VersionsNeverGoBack;

/** What callers were told while it burned. */
final class Seen {

    /** Commands that were acknowledged. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Goals that were acknowledged, and in whose plan they are. */
    final Map<String, String> goals = new ConcurrentHashMap<>();

    final VersionsNeverGoBack versions = new VersionsNeverGoBack();

    @Override
    public String toString() {
        return acknowledged.size() + " commands acknowledged, " + goals.size() + " goals among them";
    }
}
