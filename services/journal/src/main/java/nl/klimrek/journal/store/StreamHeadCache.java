package nl.klimrek.journal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;

/**
 * The highest number of each stream this instance appended to last, so that it need not look for it again. Forgetting one
 * costs a look at the entries, nothing else; {@link #MOST} are held, and those used longest ago are forgotten. What other
 * instances appended meanwhile is learned from the places they filled, where these are few.
 *
 * <p>Guarantee: a tip that is out of date never has an effect. The argument:
 * <ol>
 * <li>A tip is noted when this instance has moved a head to version <i>v</i>: it is what that append found and added, and
 *     nobody else's can have come between, or the head would not have moved. So it is right at <i>v</i>.</li>
 * <li>It is still right at a later version when all moves since were this instance's own, for each of them noted what it
 *     changed, or when all places filled since were read ({@link #learned}). A move of which nothing was learned here ends
 *     the run, and what was noted before it is not given.</li>
 * <li>It is given only for the very version that was noted last, and used only in an append that moves the head on from
 *     that version. If another instance has moved it meanwhile, that append does nothing.</li>
 * </ol>
 */
final class StreamHeadCache {

    /** StreamSequences held at once, of all organisations together: some megabytes. */
    static final int MOST = 20_000;
    /** Places to read at the most to learn what others appended; with more it is better to look for the streams that are asked for. */
    static final int MOST_LEARNED = 2_000;

    private final Map<Organisation, Run> runs = new HashMap<>();
    private final Map<Stream, Tip> tips = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stream, Tip> longestUnused) {
            return size() > MOST;
        }
    };

    /** The tips that are known of these streams when this is the head; the others have to be looked for. */
    synchronized Map<String, Long> at(ChainHead head, Collection<String> streams) {
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

    /** The place up to which the entries behind these tips go, when others have filled a few more since, and this is the head now. */
    synchronized OptionalLong behind(ChainHead head) {
        Run run = runs.get(head.organisation());
        return run != null && run.last() < head.version() && head.position() - run.position() <= MOST_LEARNED
                ? OptionalLong.of(run.position())
                : OptionalLong.empty();
    }

    /**
     * What others appended.
     *
     * @param position the place from {@link #behind}
     * @param to the head that was asked about
     * @param highest of each stream, the highest number at the places behind the one and up to the other
     */
    synchronized void learned(long position, ChainHead to, Map<String, Long> highest) {
        Run run = runs.get(to.organisation());
        if (run == null || run.position() != position || run.last() >= to.version()) {
            return;
        }
        runs.put(to.organisation(), new Run(run.first(), to.version(), to.position()));
        // Of a stream without a tip nothing is known but these places.
        highest.forEach((stream, number) -> tips.computeIfPresent(
                new Stream(to.organisation(), stream),
                (known, tip) ->
                        tip.version() < run.first() ? tip : new Tip(to.version(), Math.max(tip.highest(), number))));
    }

    /**
     * This instance has moved a head.
     *
     * @param to what it is now
     * @param highest of each stream that the append added to, the highest number there is now
     */
    synchronized void moved(ChainHead to, Map<String, Long> highest) {
        Run run = runs.get(to.organisation());
        if (run != null && run.last() >= to.version()) {
            // Told late by one of several threads: what the later one knows goes on.
            return;
        }
        boolean goesOn = run != null && run.last() + 1 == to.version();
        runs.put(to.organisation(), new Run(goesOn ? run.first() : to.version(), to.version(), to.position()));
        highest.forEach(
                (stream, number) -> tips.put(new Stream(to.organisation(), stream), new Tip(to.version(), number)));
    }

    /**
     * Versions of a head of which this instance knows what each changed.
     *
     * @param first the first
     * @param last the last
     * @param position how many entries the chain has at the last
     */
    private record Run(long first, long last, long position) {}

    private record Stream(Organisation organisation, String name) {}

    private record Tip(long version, long highest) {}
}
