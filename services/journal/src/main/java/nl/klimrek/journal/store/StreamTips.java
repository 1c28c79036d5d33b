package nl.klimrek.journal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Head;

/**
 * The highest number of each stream this instance appended to last, so that it need not look for it again. Forgetting one
 * costs a look at the entries, nothing else; {@link #MOST} are held, and those used longest ago are forgotten.
 *
 * <p>Guarantee: a tip that is out of date never has an effect. The argument:
 * <ol>
 * <li>A tip is noted when this instance has moved a head to version <i>v</i>: it is what that append found and added, and
 *     nobody else's can have come between, or the head would not have moved. So it is right at <i>v</i>.</li>
 * <li>It is still right at a later version when all moves since were this instance's own, for each of them noted what it
 *     changed. A move of which this instance was not told here ends the run, and what was noted before it is not given.</li>
 * <li>It is given only for the very version that was noted last, and used only in an append that moves the head on from
 *     that version. If another instance has moved it meanwhile, that append does nothing.</li>
 * </ol>
 */
final class StreamTips {

    /** Streams held at once, of all organisations together: some megabytes. */
    static final int MOST = 20_000;

    private final Map<Organisation, Run> runs = new HashMap<>();
    private final Map<Stream, Tip> tips = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stream, Tip> longestUnused) {
            return size() > MOST;
        }
    };

    /** The tips that are known of these streams when this is the head; the others have to be looked for. */
    synchronized Map<String, Long> at(Head head, Collection<String> streams) {
        Map<String, Long> known = new HashMap<>();
        Run run = runs.get(head.organisation());
        if (run != null && run.last() == head.version()) {
            streams.forEach(stream -> {
                Tip tip = tips.get(new Stream(head.organisation(), stream));
                if (tip != null && tip.version() >= run.first()) {
                    known.put(stream, tip.highest());
                }
            });
        }
        return known;
    }

    /**
     * This instance has moved a head.
     *
     * @param to what it is now
     * @param highest of each stream that the append added to, the highest number there is now
     */
    synchronized void moved(Head to, Map<String, Long> highest) {
        Run run = runs.get(to.organisation());
        if (run != null && run.last() >= to.version()) {
            // Told late by one of several threads: what the later one knows goes on.
            return;
        }
        boolean goesOn = run != null && run.last() + 1 == to.version();
        runs.put(to.organisation(), new Run(goesOn ? run.first() : to.version(), to.version()));
        highest.forEach((stream, number) -> tips.put(new Stream(to.organisation(), stream), new Tip(to.version(), number)));
    }

    /** Versions of a head that this instance made, one after the other. */
    private record Run(long first, long last) {}

    private record Stream(Organisation organisation, String name) {}

    private record Tip(long version, long highest) {}
}
