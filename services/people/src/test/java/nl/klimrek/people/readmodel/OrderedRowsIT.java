package nl.klimrek.people.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import nl.klimrek.testkit.backend.Backend;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedRowsIT {
    private static final Backend BACKEND = Backend.embedded();
    private static final MongoClient CLIENT = MongoClients.create(BACKEND.mongoUri());

    private final MongoCollection<Document> collection =
            CLIENT.getDatabase(BACKEND.freshDatabase()).getCollection("rows");
    private final OrderedRows rows = new OrderedRows(collection, "id");

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void pages_of_any_size_give_every_id_of_the_filter_once_and_in_order(long seed) {
        Random random = new Random(seed);
        TreeSet<String> expected = new TreeSet<>();
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String id = id(random, i);
            expected.add(id);
            all.add(row("mine", id));
            all.add(row("other", id + "x"));
        }
        collection.insertMany(all);
        int most = 1 + random.nextInt(60);
        List<String> found = new ArrayList<>();
        List<String> page = rows.page(new Document("list", "mine"), null, null, most);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            found.addAll(page);
            page = rows.page(new Document("list", "mine"), page.get(page.size() - 1), null, most);
        }
        assertThat(found).as("seed %d, pages of %d", seed, most).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void ranges_that_touch_give_every_id_once(long seed) {
        Random random = new Random(seed);
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            String id = id(random, i);
            expected.add(id);
            collection.insertOne(row("mine", id));
        }
        List<String> bounds = List.of("", "2", "same-beginning-50", "z");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            String end = i + 1 < bounds.size() ? bounds.get(i + 1) : null;
            found.addAll(rows.page(new Document("list", "mine"), bounds.get(i), end, 1_000));
        }
        assertThat(found).containsExactlyElementsOf(expected);
    }

    /** Random ids, short ones, and many that share their beginning. */
    private static String id(Random random, int i) {
        return switch (random.nextInt(4)) {
            case 0 -> "same-beginning-" + i;
            case 1 -> Integer.toString(i, 36);
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private static Document row(String list, String id) {
        return new Document("list", list).append("id", id).append(OrderedRows.ORDER, OrderedRows.orderOf(id));
    }
}
