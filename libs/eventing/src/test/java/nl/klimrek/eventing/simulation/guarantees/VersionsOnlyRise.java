package nl.klimrek.eventing.simulation.guarantees;

import java.util.HashMap;
import java.util.Map;

/**
 * A document's versions are 1, 2, 3, …: no write undoes another.
 *
 * <p>Legal: 1 2 3. Illegal: 1 2 2; 1 3.
 */
public final class VersionsOnlyRise implements Guarantee {

    private final Map<String, Long> versions = new HashMap<>();

    @Override
    public void observe(Observation observation) {
        if (observation instanceof Observation.Stored document) {
            String id = document.collection() + "/" + document.subject();
            long before = versions.getOrDefault(id, 0L);
            check(document.version() == before + 1, id + ": version " + document.version() + " after " + before);
            versions.put(id, document.version());
        }
    }
}
