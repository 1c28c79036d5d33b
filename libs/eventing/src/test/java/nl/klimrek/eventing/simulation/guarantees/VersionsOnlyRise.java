package nl.klimrek.eventing.simulation.guarantees;

import java.util.Map;

/**
 * A document's versions are 1, 2, 3, …: no write but a restore undoes another.
 *
 * <p>Legal: 1 2 3. Illegal: 1 2 2; 1 3.
 */
public final class VersionsOnlyRise implements Guarantee {

    private final Map<String, Saved<Long>> versions = Map.of(
            "counters", new Saved<>("counters", version -> version),
            "effects", new Saved<>("effects", version -> version));

    @Override
    public void observe(Observation observation) {
        versions.values().forEach(saved -> saved.observe(observation));
        if (observation instanceof Observation.Stored document) {
            String id = document.collection() + "/" + document.subject();
            Map<String, Long> known = versions.get(document.collection()).now();
            long before = known.getOrDefault(id, 0L);
            check(document.version() == before + 1, id + ": version " + document.version() + " after " + before);
            known.put(id, document.version());
        }
    }
}
