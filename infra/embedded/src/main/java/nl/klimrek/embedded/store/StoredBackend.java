package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

/** mongo-java-server's commands on the maps of one file; each change is atomic on disk. */
final class StoredBackend extends AbstractMongoBackend {

    /** Read-only commands. A missing one is slower but still safe. */
    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "listdatabases",
            "killcursors",
            "hello",
            "ismaster",
            "ping",
            "buildinfo",
            "serverstatus",
            "endsessions",
            "connectionstatus",
            "hostinfo",
            "dbstats",
            "collstats",
            "whatsmyuri",
            "getlog",
            "getparameter");

    private final StoreMaps maps;
    private final GroupCommit commits;

    StoredBackend(StoreMaps maps, GroupCommit commits, Clock clock) {
        super(clock);
        this.maps = maps;
        this.commits = commits;
        maps.databases().forEach(this::resolveDatabase);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            // One node, but every answered write is on disk: services accept it in place of a replica set.
            return super.handleCommand(channel, database, "isMaster", query).append("klimrekEmbedded", true);
        }
        if (READING.contains(command.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, database, command, query);
        }
        return commits.change(() -> super.handleCommand(channel, database, command, query));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, maps, getCursorRegistry());
    }
}
