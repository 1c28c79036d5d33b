package nl.klimrek.reminders.outcomes;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.outcomes.TextOutcome.Tally;
import nl.klimrek.reminders.outcomes.TextOutcome.Text;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Counts what followed on the prompts of one kind, whether by mail or in the inbox alone. The prompts themselves are read, whose ids begin with their
 * kind, so nothing is counted twice and a prompt costs no write more.
 */
@Component
class OutcomeCounter {

    private static final int PAGE = 500;
    private static final int MAX_READ = 50_000;

    private final AggregateStore<Prompt> prompts;
    private final MongoCollection<Document> ids;

    OutcomeCounter(AggregateStore<Prompt> prompts, MongoDatabaseFactory mongo) {
        this.prompts = prompts;
        this.ids = mongo.getMongoDatabase().getCollection("prompts");
    }

    Outcomes count(Organisation organisation, PromptAction action) {
        Map<Text, Tally> byText = new TreeMap<>();
        String begin = organisation.value() + "/" + PromptNeed.code(action) + ":";
        String end = begin.substring(0, begin.length() - 1) + ";";
        List<Key> page = page(begin, end);
        int read = 0;
        while (!page.isEmpty() && read < MAX_READ) {
            prompts.findAll(page).stream()
                    .map(Versioned::state)
                    .filter(prompt -> prompt.progress().templateVersion() > 0)
                    .forEach(prompt -> byText.computeIfAbsent(Text.of(prompt), text -> new Tally())
                            .add(prompt));
            read += page.size();
            page = page(page.get(page.size() - 1).value(), end);
        }
        List<TextOutcome> outcomes = new ArrayList<>();
        byText.forEach((text, tally) -> outcomes.add(tally.outcome(text)));
        return new Outcomes(read < MAX_READ, outcomes);
    }

    private List<Key> page(String after, String end) {
        return ids.find(new Document("_id", new Document("$gt", after).append("$lt", end)))
                .sort(new Document("_id", 1))
                .projection(new Document("_id", 1))
                .limit(PAGE)
                .map(row -> Key.parse(row.getString("_id")))
                .into(new ArrayList<>());
    }

    /**
     * The outcomes of one kind.
     *
     * @param complete whether all prompts were counted
     */
    record Outcomes(boolean complete, List<TextOutcome> texts) {}
}
