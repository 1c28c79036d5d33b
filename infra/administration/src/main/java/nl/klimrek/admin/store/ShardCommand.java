package nl.klimrek.admin.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.admin.platform.AdminOptions;
import nl.klimrek.admin.platform.Connection;
import nl.klimrek.admin.platform.ExitCodes;
import nl.klimrek.eventing.relay.RelayControl;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import org.bson.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shards the collections of services, each by a key under which its unique keys hold. */
@Command(
        name = "shard",
        description = {
            "Shards the collections of services on a sharded cluster, each by a key under which its unique keys hold.",
            "--plan prints the commands for mongosh."
        },
        mixinStandardHelpOptions = true)
public final class ShardCommand implements Callable<Integer> {

    @Mixin
    private AdminOptions options = new AdminOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SERVICE", arity = "0..*", description = "services; all if none is named")
    private String[] services = {};

    @Override
    public Integer call() {
        List<String> named = AdminOptions.services(services);
        PrintWriter out = spec.commandLine().getOut();
        Connection connection = options.connection();
        try (MongoClient store = connection.store()) {
            if (!options.isPlan()) {
                requireRouter(store);
            }
            for (String service : named) {
                MongoDatabase database = connection.database(store, service);
                for (Map.Entry<String, Document> collection :
                        shardKeys(service, database).entrySet()) {
                    String namespace = database.getName() + "." + collection.getKey();
                    String key = collection.getValue().toJson();
                    if (options.isPlan()) {
                        out.printf(
                                "db.getSiblingDB(\"%s\").getCollection(\"%s\").createIndex(%s)%n",
                                database.getName(), collection.getKey(), key);
                        out.printf("sh.shardCollection(\"%s\", %s)%n", namespace, key);
                    } else {
                        // A collection that has documents needs the index first; both are no-ops the second time.
                        database.getCollection(collection.getKey()).createIndex(collection.getValue());
                        store.getDatabase("admin")
                                .runCommand(new Document("shardCollection", namespace)
                                        .append("key", collection.getValue()));
                        out.println("sharded " + namespace + " by " + key);
                        out.flush();
                    }
                }
            }
        }
        return options.isPlan() ? ExitCodes.DIFFERENCES : ExitCodes.DONE;
    }

    private static void requireRouter(MongoClient store) {
        Document hello = store.getDatabase("admin").runCommand(new Document("hello", 1));
        if (!"isdbgrid".equals(hello.getString("msg"))) {
            throw new AdminException("The store is not a sharded cluster; --plan prints the commands for one.");
        }
    }

    /** Every collection that is declared or there, but for the few documents for operators. */
    static Map<String, Document> shardKeys(String service, MongoDatabase database) {
        Map<String, Document> keys = new TreeMap<>();
        for (String collection : database.listCollectionNames()) {
            keys.put(collection, CollectionSchema.BY_ID);
        }
        StoreSchema.of(service)
                .ifPresent(schema ->
                        schema.collections().forEach(collection -> keys.put(collection.name(), collection.shardKey())));
        keys.remove(RelayControl.COLLECTION);
        keys.keySet().removeIf(name -> name.startsWith("system."));
        return keys;
    }
}
