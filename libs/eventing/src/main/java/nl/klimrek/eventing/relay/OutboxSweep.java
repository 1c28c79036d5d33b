package nl.klimrek.eventing.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.klimrek.eventing.outbox.OutboxRef;
import nl.klimrek.eventing.outbox.OutboxSettings;
import nl.klimrek.eventing.outbox.OutboxStore;
import nl.klimrek.eventing.outbox.OutboxStore.PendingDocument;
import org.jspecify.annotations.Nullable;

/** Finds documents whose events no instance relays, and claims them for this one. Not thread-safe; the sweeper runs it. */
final class OutboxSweep {

    private static final int MAX_DOCUMENTS_PER_SWEEP = 100;

    private final OutboxStore outboxes;
    private final RelayState state;
    private final Clock clock;
    private final OutboxSettings settings;
    /** Start of the next sweep; null to start from the oldest event. */
    private @Nullable Instant sweepStart;

    OutboxSweep(OutboxStore outboxes, RelayState state, Clock clock, OutboxSettings settings) {
        this.outboxes = outboxes;
        this.state = state;
        this.clock = clock;
        this.settings = settings;
    }

    /** Claims documents again that another instance was relaying. */
    void retryPostponed() {
        List<OutboxRef> refs = state.drainPostponed();
        try {
            claim(refs);
        } catch (RuntimeException failed) {
            refs.forEach(state::postpone);
            throw failed;
        }
    }

    /**
     * Claims documents whose events no instance relays.
     *
     * @param anyAgeRequested whether to include events younger than a lease, as at start-up
     * @return the number of documents found; at the limit, the next sweep continues after them
     */
    int sweep(boolean anyAgeRequested) {
        if (state.isPaused()) {
            return 0;
        }
        boolean anyAge = state.hasBacklog() || anyAgeRequested;
        Instant now = clock.instant();
        Instant before = anyAge ? now.plusSeconds(1) : now.minus(settings.lease());
        Instant since = sweepStart;
        int limit =
                Math.min(MAX_DOCUMENTS_PER_SWEEP, Math.max(1, settings.maxActiveDocuments() - state.activeDocuments()));
        List<PendingDocument> found = outboxes.findPending(since, before, now.plus(settings.lease()), limit);
        sweepStart = found.size() < limit ? null : nextSweepStart(found, since);
        claim(state.notHeldHere(found));
        if (found.isEmpty() && anyAge && since == null) {
            state.clearBacklog();
        }
        return found.size();
    }

    /** The next sweep skips what this one found: it is queued here or at another instance. */
    private static Instant nextSweepStart(List<PendingDocument> found, @Nullable Instant since) {
        Instant last = found.stream()
                .map(PendingDocument::since)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return last.equals(since) ? last.plusMillis(1) : last;
    }

    private void claim(List<OutboxRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant until = now.plus(settings.lease());
        outboxes.claimAll(refs, settings.instance(), now, until).forEach((ref, claim) -> {
            if (claim.heldElsewhere()) {
                state.postpone(ref);
            } else if (!claim.events().isEmpty()) {
                state.submit(ref, claim.events(), 0, until);
            }
        });
    }
}
