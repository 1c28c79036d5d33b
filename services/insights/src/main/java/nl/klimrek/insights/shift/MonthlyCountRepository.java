package nl.klimrek.insights.shift;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.insights.history.PersonConversations;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The conversations that each person had in each month, one row for each person and month. The store counts equal rows, so
 * reading a month takes the same memory however many people there are. People who left stay, so that a figure of the past
 * does not change.
 */
@Component
public class MonthlyCountRepository {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final int PEOPLE_PER_READ = 500;
    private static final String ROWS = "month_rows";
    private static final String FORMER = "shift_months";
    private static final String MONTH = "month";
    private static final String ASSESSMENTS = "assessments";
    private static final String DIALOGUES = "dialogues";
    private static final String PEOPLE = "people";

    private final MongoCollection<Document> rows;
    private final FormerMonthShards former;
    private final AggregateStore<PersonConversations> conversations;

    @Autowired
    MonthlyCountRepository(MongoDatabaseFactory mongo, AggregateStore<PersonConversations> conversations) {
        this(mongo.getMongoDatabase(), conversations);
    }

    private MonthlyCountRepository(MongoDatabase database, AggregateStore<PersonConversations> conversations) {
        this.rows = database.getCollection(ROWS);
        this.former = new FormerMonthShards(database.getCollection(FORMER));
        this.conversations = conversations;
    }

    /** Counts the people of the shards of the version before anew, outside a running service. */
    public static StoreMigration migration(MongoDatabase database, AggregateStore<PersonConversations> conversations) {
        MonthlyCountRepository months = new MonthlyCountRepository(database, conversations);
        return new StoreMigration() {
            @Override
            public String name() {
                return "month shards as rows";
            }

            @Override
            public long remaining() {
                return months.former.count();
            }

            @Override
            public boolean nextPage() {
                return months.former.moveSome(1, months::countAll);
            }
        };
    }

    /** Counts one person's month anew, from all of their conversations. Counting it again changes nothing. */
    public void count(Organisation organisation, String person, YearMonth month, PersonConversations known) {
        ConversationCounts counts = ConversationCounts.of(known, month);
        rows.updateOne(
                new Document("_id", key(organisation, month) + ":" + person),
                new Document(
                        "$set",
                        new Document(MONTH, key(organisation, month))
                                .append(ASSESSMENTS, counts.assessments())
                                .append(DIALOGUES, counts.dialogues())),
                UPSERT);
    }

    /** How many people had each combination of counts in a month. */
    Map<ConversationCounts, Long> peopleByCounts(Organisation organisation, YearMonth month) {
        former.move(organisation, month, people -> countAll(organisation, month, people));
        Map<ConversationCounts, Long> people = new HashMap<>();
        rows.aggregate(List.of(
                        new Document("$match", new Document(MONTH, key(organisation, month))),
                        new Document(
                                "$group",
                                new Document(
                                                "_id",
                                                new Document(ASSESSMENTS, "$" + ASSESSMENTS)
                                                        .append(DIALOGUES, "$" + DIALOGUES))
                                        .append(PEOPLE, new Document("$sum", 1)))))
                .forEach(group -> people.put(
                        counts(Objects.requireNonNull(group.get("_id", Document.class))), number(group, PEOPLE)));
        return people;
    }

    private void countAll(Organisation organisation, YearMonth month, List<String> people) {
        for (int from = 0; from < people.size(); from += PEOPLE_PER_READ) {
            List<Key> keys = people.subList(from, Math.min(people.size(), from + PEOPLE_PER_READ)).stream()
                    .map(person -> Key.of(organisation, person))
                    .toList();
            conversations
                    .findAllByKey(keys)
                    .forEach((key, known) -> count(organisation, key.id(), month, known.state()));
        }
    }

    private static ConversationCounts counts(Document group) {
        return new ConversationCounts((int) number(group, ASSESSMENTS), (int) number(group, DIALOGUES));
    }

    private static long number(Document document, String field) {
        return Objects.requireNonNull(document.get(field, Number.class)).longValue();
    }

    private static String key(Organisation organisation, YearMonth month) {
        return Key.of(organisation, month.toString()).value();
    }
}
