package nl.klimrek.eventing.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.klimrek.eventing.metrics.SimulatedAbsence;

/**
 * A compacted topic with deletions, and a reader's copy of it. Compaction takes away old deletions, also when the reader has
 * not read them. A reader that is told so builds its copy again from the first record.
 */
final class SimulatedRoster {

    private static final Duration DELETIONS_KEPT = Duration.ofHours(1);
    private static final int KEYS = 6;
    private static final int MAX_TICK_MINUTES = 5;
    private static final int MAX_ABSENCE_MINUTES = 180;

    private final World world;
    private final List<Entry> log = new ArrayList<>();
    private final Set<String> present = new TreeSet<>();
    private final Set<String> copy = new TreeSet<>();
    private Instant now = Instant.EPOCH;
    private Instant noted = now;
    private Instant absentUntil = now;
    private long written;
    private long readUpTo;

    /** A record: the key is present after it, or deleted. */
    private record Entry(long offset, String key, boolean deleted, Instant at) {}

    SimulatedRoster(World world) {
        this.world = world;
    }

    /** Lets time pass, and one thing happen. */
    void tick() {
        now = now.plus(Duration.ofMinutes(world.random.below(MAX_TICK_MINUTES)));
        switch (world.random.below(8)) {
            case 0, 1, 2 -> change("n" + world.random.below(KEYS));
            case 3 -> compact();
            case 4 -> absentUntil = now.plus(Duration.ofMinutes(world.random.below(MAX_ABSENCE_MINUTES)));
            default -> {
                if (!now.isBefore(absentUntil)) {
                    read();
                }
            }
        }
    }

    /** Fails if the reader, once it has read everything, holds anything but what is there. */
    void settle() {
        compact();
        read();
        if (!copy.equals(present)) {
            throw new AssertionError("the reader holds " + copy + " of " + present + ", and nobody was told");
        }
    }

    private void change(String key) {
        boolean deleted = present.remove(key);
        if (!deleted) {
            present.add(key);
        }
        log.add(new Entry(written++, key, deleted, now));
    }

    /** The newest record of each key stays; a deletion stays for its time only. */
    private void compact() {
        Set<String> newer = new TreeSet<>();
        for (int i = log.size() - 1; i >= 0; i--) {
            Entry entry = log.get(i);
            boolean newest = newer.add(entry.key());
            boolean over = entry.deleted() && entry.at().plus(DELETIONS_KEPT).isBefore(now);
            if (newest && over && entry.offset() >= readUpTo) {
                world.coverage.happened(Fault.UNREAD_DELETION_GONE);
            }
            if (!newest || over) {
                log.remove(i);
            }
        }
    }

    private void read() {
        if (SimulatedAbsence.isAlarm(noted, now, DELETIONS_KEPT)) {
            copy.clear();
            readUpTo = 0;
        }
        for (Entry entry : log) {
            if (entry.offset() >= readUpTo) {
                if (entry.deleted()) {
                    copy.remove(entry.key());
                } else {
                    copy.add(entry.key());
                }
            }
        }
        readUpTo = written;
        noted = now;
    }
}
