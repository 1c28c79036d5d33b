package nl.klimrek.conversations.large;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleListRepository;
import org.bson.Document;

/** An organisation of managers with ten reports each. People are computed, so that only what planning writes is held. */
public final class LargeRoster implements PeopleListRepository {

    private static final int SPAN = 10;
    private static final int PARTS = 64;

    private final int people;
    final AtomicInteger longestList = new AtomicInteger();

    public LargeRoster(int people) {
        this.people = people;
    }

    public static String id(int person) {
        return "p%07d".formatted(person);
    }

    static int number(String person) {
        return Integer.parseInt(person.substring(1));
    }

    /** The document of a person; null for one that does not exist. */
    public Document document(String id) {
        String person = Key.parse(id).id();
        return new Document("_id", id).append("version", 1L).append("state", state(number(person)));
    }

    private static Document state(int number) {
        Document state = new Document("person", id(number))
                .append("team", "t" + number / SPAN)
                .append("contractKind", ContractKind.PERMANENT.name())
                .append("minutesPerWeek", 2160)
                .append(
                        "workingDays",
                        List.of(Weekday.MON.name(), Weekday.TUE.name(), Weekday.WED.name(), Weekday.THU.name()))
                .append("language", "nl")
                .append("timeZone", "Europe/Amsterdam")
                .append("startDate", LocalDate.of(2020, 1, 1).toString())
                .append("left", false);
        return number == 0 ? state : state.append("manager", id((number - 1) / SPAN));
    }

    /** The rows of a person's lists. */
    public List<Document> rows(Organisation organisation, int person) {
        String id = id(person);
        Stream<String> lists = Stream.concat(
                Stream.of("everyone:" + Math.floorMod(id.hashCode(), PARTS)),
                person == 0 ? Stream.empty() : Stream.of("reports:" + id((person - 1) / SPAN)));
        return lists.map(list -> organisation.value() + "/" + list)
                .map(list -> new Document("_id", list + " " + id)
                        .append("list", list)
                        .append("person", id))
                .toList();
    }

    @Override
    public List<String> people(Organisation organisation, Collection<String> lists, int limit) {
        return counted(
                lists.stream().flatMap(this::members).sorted().limit(limit).toList());
    }

    @Override
    public List<String> page(Organisation organisation, String list, String after, int limit) {
        return counted(members(list)
                .filter(person -> after == null || person.compareTo(after) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public long count(Organisation organisation, Collection<String> lists) {
        return people;
    }

    private List<String> counted(List<String> ids) {
        longestList.accumulateAndGet(ids.size(), Math::max);
        return ids;
    }

    private Stream<String> members(String list) {
        String whose = list.substring(list.indexOf(':') + 1);
        if (list.startsWith("reports:")) {
            int first = number(whose) * SPAN + 1;
            return IntStream.range(first, Math.min(first + SPAN, people)).mapToObj(LargeRoster::id);
        }
        int part = Integer.parseInt(whose);
        return IntStream.iterate(part, number -> number < people, number -> number + PARTS)
                .mapToObj(LargeRoster::id);
    }

    @Override
    public void add(Organisation organisation, String list, String person) {
        throw new UnsupportedOperationException("a fixed roster");
    }

    @Override
    public void addAll(Map<Key, List<String>> added) {
        throw new UnsupportedOperationException("a fixed roster");
    }

    @Override
    public void remove(Organisation organisation, String list, String person) {
        throw new UnsupportedOperationException("a fixed roster");
    }
}
