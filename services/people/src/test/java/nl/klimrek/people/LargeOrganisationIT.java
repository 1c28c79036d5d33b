package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.marker.LateEventObserver;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.readmodel.HeadcountProjection.Place;
import nl.klimrek.people.readmodel.MemberIndex;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.testkit.backend.Backend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists and summary of a large organisation on the embedded store, beside others in the same collections. {@code
 * -Dklimrek.large.people} sets its size; the times of its pages are in the log.
 */
class LargeOrganisationIT {
    private static final Logger LOG = LoggerFactory.getLogger(LargeOrganisationIT.class);
    private static final int PEOPLE = Integer.getInteger("klimrek.large.people", 4_000);
    private static final int PAGE = 200;
    private static final Organisation LARGE = new Organisation("large");
    private static final Organisation SMALL = new Organisation("small");

    private static MongoClient client;
    private static MemberIndex index;
    private static PersonListRepository lists;
    private static HeadcountProjection headcount;
    private static List<String> everybody;

    @BeforeAll
    static void everybody_joins() {
        Backend backend = Backend.embedded();
        client = MongoClients.create(backend.mongoUri());
        MongoDatabase database = client.getDatabase(backend.freshDatabase());
        new PeopleSchema()
                .collections()
                .forEach(collection -> collection.indexes().stream()
                        .map(IndexSchema::keys)
                        .forEach(database.getCollection(collection.name())::createIndex));
        index = new MemberIndexFactory(database).of("people");
        lists = new PersonListRepository(database);
        headcount = new HeadcountProjection(
                index, new MemberIndexFactory(database).of("quarantine"), LateEventObserver.NONE);
        everybody = write(LARGE, PEOPLE);
        write(SMALL, PAGE);
        for (int i = 0; i < PEOPLE; i++) {
            lists.addNewcomer(LARGE, "named-by:boss", everybody.get(i));
        }
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void every_page_of_everybody_costs_the_same_and_together_they_name_each_once() {
        List<String> read = walk("all people", (after, most) -> headcount.allPeople(LARGE, after, most));
        assertThat(read).isEqualTo(everybody);
    }

    @Test
    void every_page_of_one_managers_reports_costs_the_same() {
        List<String> read =
                walk("reports of one manager", (after, most) -> lists.page(LARGE, "named-by:boss", after, most));
        assertThat(read).isEqualTo(everybody);
    }

    @Test
    void the_summary_counts_everybody_and_nobody_of_another_organisation() {
        long nanos = LongStream.range(0, 5).map(attempt -> summaryNanos()).min().orElseThrow();
        LOG.info("{} people: summary {} ms", PEOPLE, nanos / 1_000_000);
        assertThat(nanos).as("counted by the index").isLessThan(1_000_000_000);
        assertThat(headcount.summary(LARGE))
                .isEqualTo(new HeadcountProjection.Summary(PEOPLE - PEOPLE / 4, PEOPLE / 4, PEOPLE / 2, PEOPLE / 4, 0));
        assertThat(headcount.summary(SMALL).employed()
                        + headcount.summary(SMALL).left())
                .isEqualTo(PAGE);
    }

    private long summaryNanos() {
        long begun = System.nanoTime();
        headcount.summary(LARGE);
        return System.nanoTime() - begun;
    }

    /**
     * Reads every page; a page of the last third must not cost more than a few times one of the first. Compared are quick ones,
     * because a busy machine only makes some slower.
     */
    private static List<String> walk(String list, BiFunction<String, Integer, List<String>> pages) {
        List<String> read = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        List<String> page;
        do {
            long begun = System.nanoTime();
            page = pages.apply(read.isEmpty() ? null : read.get(read.size() - 1), PAGE);
            nanos.add(System.nanoTime() - begun);
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            read.addAll(page);
        } while (page.size() == PAGE);
        int third = Math.max(1, nanos.size() / 3);
        double first = quick(nanos.subList(0, third));
        double last = quick(nanos.subList(nanos.size() - third, nanos.size()));
        LOG.info("{} people: a page of {}: first third {} ms, last third {} ms", PEOPLE, list, first, last);
        assertThat(last).isLessThan(5 * first + 5);
        return read;
    }

    private static double quick(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 10).findFirst().orElseThrow() / 1e6;
    }

    private static List<String> write(Organisation organisation, int people) {
        List<String> ids = IntStream.range(0, people)
                .mapToObj(i -> UUID.nameUUIDFromBytes((organisation.value() + i).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .sorted()
                .toList();
        Function<Integer, Place> place =
                i -> i % 4 == 0 ? Place.LEFT : i % 4 == 1 ? Place.WITHOUT_MANAGER : Place.WITH_MANAGER;
        List<MemberIndex.Row> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            rows.add(new MemberIndex.Row(
                    organisation, ids.get(i), 1, place.apply(i).name()));
            if (rows.size() == 500 || i == people - 1) {
                index.writeAll(rows);
                rows.clear();
            }
        }
        return ids;
    }
}
