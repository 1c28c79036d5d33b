package nl.klimrek.journal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;

/**
 * Caches the highest sequence number of each stream to which this instance appended.
 *
 * <p>A lost stream head costs a query, nothing else. At most {@link #MAX_STREAMS} are held; the least recently used ones go
 * first. Numbers that other instances appended meanwhile are learned from their positions, where these are few.
 *
 * <p>Guarantee: an outdated stream head never has an effect. The argument:
 * <ol>
 * <li>A stream head is recorded when this instance has advanced a chain head to version <i>v</i>. The append found and added
 *     it, and no other append came in between, or the head would not have advanced. So it is right at <i>v</i>.</li>
 * <li>It is still right at a later version if all appends since were this instance's own, which recorded their changes, or
 *     if all positions added since were read ({@link #learn}). Any other append ends the range of known versions, and stream
 *     heads from before it are not returned.</li>
 * <li>It is returned only for the version that was recorded last, and used only in an append that advances the head from
 *     that version. If another instance has advanced it meanwhile, that append has no effect.</li>
 * </ol>
 */
final class StreamHeadCache {

    /** Maximum number of streams of all organisations together: some megabytes. */
    static final int MAX_STREAMS = 20_000;
    /** Maximum number of positions to read to learn from other instances. Beyond it, a query by stream is cheaper. */
    static final int MAX_LEARNED = 2_000;

    private final Map<Organisation, VersionRange> ranges = new HashMap<>();
    private final Map<Stream, StreamHead> streamHeads = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stream, StreamHead> longestUnused) {
            return size() > MAX_STREAMS;
        }
    };

    /** The known highest numbers of these streams at this head. */
    synchronized Map<String, Long> find(ChainHead head, Collection<String> streams) {
        Map<String, Long> known = new HashMap<>();
        VersionRange range = ranges.get(head.organisation());
        if (range != null && range.last() == head.version()) {
            streams.forEach(stream -> {
                StreamHead streamHead = streamHeads.get(new Stream(head.organisation(), stream));
                if (streamHead != null && streamHead.version() >= range.first()) {
                    known.put(stream, streamHead.highest());
                }
            });
        }
        return known;
    }

    /** The position up to which this cache knows the chain, when other instances appended only a few entries since. */
    synchronized OptionalLong positionBefore(ChainHead head) {
        VersionRange range = ranges.get(head.organisation());
        return range != null && range.last() < head.version() && head.position() - range.position() <= MAX_LEARNED
                ? OptionalLong.of(range.position())
                : OptionalLong.empty();
    }

    /**
     * Learns the numbers that other instances appended.
     *
     * @param position the position from {@link #positionBefore}
     * @param to the head up to which the positions were read
     * @param highest highest number of each stream at these positions
     */
    synchronized void learn(long position, ChainHead to, Map<String, Long> highest) {
        VersionRange range = ranges.get(to.organisation());
        if (range == null || range.position() != position || range.last() >= to.version()) {
            return;
        }
        ranges.put(to.organisation(), new VersionRange(range.first(), to.version(), to.position()));
        // For a stream without a known head these positions alone do not suffice.
        highest.forEach((stream, number) -> streamHeads.computeIfPresent(
                new Stream(to.organisation(), stream),
                (name, known) -> known.version() < range.first()
                        ? known
                        : new StreamHead(to.version(), Math.max(known.highest(), number))));
    }

    /**
     * Records an append of this instance.
     *
     * @param to the new head
     * @param highest highest number of each stream that was appended to
     */
    synchronized void record(ChainHead to, Map<String, Long> highest) {
        VersionRange range = ranges.get(to.organisation());
        if (range != null && range.last() >= to.version()) {
            // A slower thread reports an older head; the newer knowledge stays.
            return;
        }
        long first = range != null && range.last() + 1 == to.version() ? range.first() : to.version();
        ranges.put(to.organisation(), new VersionRange(first, to.version(), to.position()));
        highest.forEach((stream, number) ->
                streamHeads.put(new Stream(to.organisation(), stream), new StreamHead(to.version(), number)));
    }

    /**
     * Consecutive versions of a head whose changes this instance knows.
     *
     * @param first first version
     * @param last last version
     * @param position number of entries at the last version
     */
    private record VersionRange(long first, long last, long position) {}

    private record Stream(Organisation organisation, String name) {}

    private record StreamHead(long version, long highest) {}
}
