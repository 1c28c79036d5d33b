package nl.klimrek.testkit.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleListRepository;
import org.jspecify.annotations.Nullable;

/** Lists of people in memory. It notes the most that one call returned. */
public final class InMemoryPeopleLists implements PeopleListRepository {
    private final Map<Key, NavigableSet<String>> lists = new ConcurrentHashMap<>();
    private final AtomicInteger largestRead = new AtomicInteger();

    @Override
    public void add(Organisation organisation, String list, String person) {
        list(Key.of(organisation, list)).add(person);
    }

    @Override
    public void addAll(Map<Key, List<String>> people) {
        people.forEach((list, some) -> list(list).addAll(some));
    }

    @Override
    public void remove(Organisation organisation, String list, String person) {
        list(Key.of(organisation, list)).remove(person);
    }

    @Override
    public List<String> people(Organisation organisation, Collection<String> names, int limit) {
        return noted(names.stream()
                .flatMap(name -> list(Key.of(organisation, name)).stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public List<String> page(Organisation organisation, String list, @Nullable String after, int limit) {
        NavigableSet<String> all = list(Key.of(organisation, list));
        return noted((after == null ? all : all.tailSet(after, false))
                .stream().limit(limit).toList());
    }

    @Override
    public long count(Organisation organisation, Collection<String> names) {
        return names.stream()
                .mapToLong(name -> list(Key.of(organisation, name)).size())
                .sum();
    }

    /** The most ids that one call returned. */
    public int largestRead() {
        return largestRead.get();
    }

    private NavigableSet<String> list(Key key) {
        return lists.computeIfAbsent(key, none -> new ConcurrentSkipListSet<>());
    }

    private List<String> noted(List<String> read) {
        largestRead.accumulateAndGet(read.size(), Math::max);
        return read;
    }
}
