package nl.klimrek.journal.resume;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.checkpoint.ContinuityGuard;
import nl.klimrek.journal.checkpoint.PublishedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the published checkpoints once, at the first append or signature, and holds each chain that lacks published entries
 * until it is resumed. A database is restored while no instance runs, so a chain that is complete stays so.
 */
final class PublishedContinuity implements ContinuityGuard {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedContinuity.class);

    private final LostEntriesFinder finder;
    private final Set<Organisation> complete = ConcurrentHashMap.newKeySet();
    private @Nullable Map<Organisation, LostEntries> lost;

    PublishedContinuity(LostEntriesFinder finder) {
        this.finder = finder;
    }

    @Override
    public Optional<PublishedCheckpoint> lost(Organisation organisation) {
        return complete.contains(organisation) ? Optional.empty() : compared(organisation);
    }

    private synchronized Optional<PublishedCheckpoint> compared(Organisation organisation) {
        LostEntries found = lost().get(organisation);
        if (found == null || finder.isResumed(found)) {
            lost().remove(organisation);
            complete.add(organisation);
            return Optional.empty();
        }
        return Optional.of(found.last());
    }

    private Map<Organisation, LostEntries> lost() {
        if (lost == null) {
            Map<Organisation, LostEntries> found = new HashMap<>(finder.findInNewest());
            found.values().forEach(PublishedContinuity::log);
            lost = found;
        }
        return lost;
    }

    private static void log(LostEntries lost) {
        LOG.error(
                "The journal of {} ends at entry {}, but entries up to {} were published. Nothing is appended or signed until"
                        + " an operator runs infra/journal resume",
                lost.restored().organisation(),
                lost.restored().position(),
                lost.lostTo());
    }

    /** Number of chains that wait to be resumed. */
    synchronized int waiting() {
        return lost == null ? 0 : lost.size();
    }
}
