package nl.klimrek.eventing.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/** Refuses a MongoDB topology in which a majority cannot hold what was acknowledged. */
public final class StoreTopology {

    /** Field of the embedded store's {@code hello}: it has one node, and answers a write after it is on disk. */
    public static final String EMBEDDED = "klimrekEmbedded";

    private StoreTopology() {}

    /**
     * Checks the topology behind this database.
     *
     * @throws UnsafeTopologyException if it cannot give majority writes
     */
    public static void require(MongoDatabase database) {
        require(database.runCommand(new Document("hello", 1)));
    }

    static void require(Document hello) {
        boolean router = "isdbgrid".equals(hello.getString("msg"));
        if (router || isEmbedded(hello)) {
            return;
        }
        String set = hello.getString("setName");
        if (set == null) {
            throw new UnsafeTopologyException(
                    "The store is a single MongoDB server without a replica set, so a failure can "
                            + "take back acknowledged steps.");
        }
        int dataMembers = members(hello, "hosts") + members(hello, "passives");
        int votingMembers = dataMembers + members(hello, "arbiters");
        int majority = votingMembers / 2 + 1;
        if (dataMembers < majority) {
            throw new UnsafeTopologyException(
                    "The replica set " + set + " has " + dataMembers + " members with data of " + votingMembers
                            + ", fewer than the majority of " + majority + ", so no write can reach a majority.");
        }
    }

    /** Whether this is the embedded store, which has no partial indexes. */
    public static boolean isEmbedded(MongoDatabase database) {
        return isEmbedded(database.runCommand(new Document("hello", 1)));
    }

    private static boolean isEmbedded(Document hello) {
        return hello.getBoolean(EMBEDDED, false);
    }

    private static int members(Document hello, String field) {
        return hello.getList(field, String.class, List.of()).size();
    }
}
