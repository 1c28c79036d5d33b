package nl.klimrek.testkit.guarantees;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every event that was published reaches every group that listens, at least once.
 *
 * <ul>
 * <li>Legal, for groups g and h: published 1, g took 1, h took 1. Taken again by g. Taken by h before anybody saw it published.
 * <li>Illegal: published 1, g took 1, h never did. Published 1 and 2, both took 2 only.
 * </ul>
 */
public final class EveryEventReachesEachGroup implements Guarantee {

    private final Set<String> published = new LinkedHashSet<>();
    private final Map<String, Set<String>> reached = new LinkedHashMap<>();

    /** @param groups consumer groups that listen to everything published */
    public EveryEventReachesEachGroup(List<String> groups) {
        groups.forEach(group -> reached.put(group, new HashSet<>()));
    }

    /** The event is on its topic. */
    public synchronized void published(String event) {
        published.add(event);
    }

    /** The event was handed to a handler of this group, which need not have succeeded. */
    public synchronized void reached(String group, String event) {
        Objects.requireNonNull(reached.get(group), group).add(event);
    }

    @Override
    public String promise() {
        return "every event reaches each group at least once";
    }

    @Override
    public synchronized long seen() {
        return published.size();
    }

    @Override
    public synchronized void judge() {
        reached.forEach((group, events) -> published.stream()
                .filter(event -> !events.contains(event))
                .findFirst()
                .ifPresent(event -> {
                    throw new GuaranteeBroken(
                            this, "event " + event + " was published and never reached group " + group);
                }));
    }
}
