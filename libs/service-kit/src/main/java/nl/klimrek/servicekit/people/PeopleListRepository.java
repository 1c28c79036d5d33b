package nl.klimrek.servicekit.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import org.jspecify.annotations.Nullable;

/** Port to lists of person ids, one row per list and person. Adding and removing are idempotent. */
public interface PeopleListRepository {

    void add(Organisation organisation, String list, String person);

    /** Adds to many lists in one write. @param people who is added, by the key of the list */
    void addAll(Map<Key, List<String>> people);

    void remove(Organisation organisation, String list, String person);

    /** Person ids in these lists, sorted, each once; at most {@code limit} of them. */
    List<String> people(Organisation organisation, Collection<String> lists, int limit);

    /** A page of a list, sorted. @param after the id before the first one; null for the beginning */
    List<String> page(Organisation organisation, String list, @Nullable String after, int limit);

    /** How many rows these lists have. */
    long count(Organisation organisation, Collection<String> lists);
}
