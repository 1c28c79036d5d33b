package nl.klimrek.popforms.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import nl.klimrek.eventing.Organisation;

/**
 * Keeps the index of each organisation in memory until what it was made of changes. Of many organisations those that searched last are
 * kept. Thread-safe; two threads may make the same index at once.
 *
 * @param <T> what is found
 */
public final class IndexCache<T> {

    private final long most;
    /** The organisation that searched last is the last. */
    private final Map<Organisation, Kept<T>> indexes = new LinkedHashMap<>(16, 0.75f, true);

    /** @param most things that stay in memory, of all organisations together; the index of the one that searched last always stays */
    public IndexCache(long most) {
        this.most = most;
    }

    private record Kept<T>(TextIndex<T> index, Object madeOf) {}

    /**
     * The index of an organisation.
     *
     * @param madeOf what it is made of, compared by {@code equals}: revisions, for example
     * @param maker makes it when there is none, or one of something else
     */
    public TextIndex<T> get(Organisation organisation, Object madeOf, Supplier<TextIndex<T>> maker) {
        synchronized (indexes) {
            Kept<T> kept = indexes.get(organisation);
            if (kept != null && kept.madeOf().equals(madeOf)) {
                return kept.index();
            }
        }
        TextIndex<T> made = maker.get();
        synchronized (indexes) {
            indexes.put(organisation, new Kept<>(made, madeOf));
            long size = indexes.values().stream()
                    .mapToLong(each -> each.index().size())
                    .sum();
            var oldest = indexes.values().iterator();
            while (size > most && indexes.size() > 1) {
                size -= oldest.next().index().size();
                oldest.remove();
            }
        }
        return made;
    }
}
