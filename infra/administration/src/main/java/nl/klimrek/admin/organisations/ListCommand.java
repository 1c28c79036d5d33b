package nl.klimrek.admin.organisations;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.servicekit.organisations.HrSource;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists organisations: those that were opened, and those that have people. */
@Command(
        name = "list",
        description = "Lists organisations with their state, number of people and HR systems.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    private static final String ID = "_id";

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            MongoDatabase database = connection.database(store, "people");
            OrganisationRegistry registry = new OrganisationRegistry(database);
            MongoCollection<Document> people = database.getCollection("people");
            Map<String, Boolean> known = registry.organisations();
            Set<String> all = new TreeSet<>(known.keySet());
            all.addAll(withPeople(people));
            out.printf("%-40s %-10s %10s  %s%n", "organisation", "state", "people", "HR systems");
            for (String organisation : all) {
                Boolean open = known.get(organisation);
                List<String> sources = registry.sources().values().stream()
                        .filter(source -> source.organisation().equals(organisation))
                        .map(HrSource::toString)
                        .toList();
                out.printf(
                        "%-40s %-10s %10d  %s%n",
                        organisation,
                        open == null ? "configured" : open ? "open" : "closed",
                        people.countDocuments(
                                Filters.and(Filters.gte(ID, organisation + "/"), Filters.lt(ID, organisation + "0"))),
                        String.join(", ", sources));
            }
        }
        return ExitCodes.DONE;
    }

    /** One look for each organisation: the character after a slash is a zero, so the next key is another organisation's. */
    private static Set<String> withPeople(MongoCollection<Document> people) {
        Set<String> found = new TreeSet<>();
        Document next = after(people, "");
        while (next != null) {
            String id = next.getString(ID);
            String organisation = id.substring(0, id.indexOf('/'));
            found.add(organisation);
            next = after(people, organisation + "0");
        }
        return found;
    }

    private static @Nullable Document after(MongoCollection<Document> people, String key) {
        return people.find(Filters.gte(ID, key))
                .projection(Projections.include(ID))
                .sort(Sorts.ascending(ID))
                .first();
    }
}
