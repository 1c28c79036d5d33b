package nl.klimrek.acceptance.processes;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.testkit.guarantees.VersionsNeverGoBack;

/** Everything that callers got acknowledged while processes were killed. */
final class AcknowledgedHistory {

    /** Keys of acknowledged commands. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Acknowledged goals and the person whose plan has them. */
    final Map<String, String> goals = new ConcurrentHashMap<>();

    final VersionsNeverGoBack versions = new VersionsNeverGoBack();

    @Override
    public String toString() {
        return acknowledged.size() + " commands acknowledged, " + goals.size() + " goals among them";
    }
}
