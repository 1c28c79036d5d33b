package nl.klimrek.eventing.schema;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * A collection with its indexes, and the key by which it is sharded on a cluster. A unique index must contain that key, because
 * a shard knows its own documents only.
 *
 * @param shardKey as {@code sh.shardCollection} takes it
 */
public record CollectionSchema(String name, List<IndexSchema> indexes, Document shardKey) {

    /** Pending events of a document: the relay's sweep finds the oldest. */
    public static final IndexSchema OUTBOX = IndexSchema.of("outbox.time").onlyWith("outbox.time");

    /** Documents with a due time. */
    public static final List<IndexSchema> DUE = List.of(
            IndexSchema.of("due").onlyWith("due"), IndexSchema.of("part", "due").onlyWith("due"));

    /** Spreads documents evenly; every unique key of a collection with it is its id. */
    public static final Document BY_ID = new Document("_id", "hashed");

    public CollectionSchema {
        indexes = List.copyOf(indexes);
        for (IndexSchema index : indexes) {
            if (index.unique() && !index.keys().keySet().containsAll(shardKey.keySet())) {
                throw new IllegalArgumentException(
                        name + " cannot be sharded by " + shardKey.toJson() + " with the index " + index);
            }
        }
    }

    /** A collection that is sharded by its id. */
    public static CollectionSchema of(String name, IndexSchema... indexes) {
        return new CollectionSchema(name, List.of(indexes), BY_ID);
    }

    /** Aggregates that publish events. */
    public static CollectionSchema publishing(String name) {
        return of(name, OUTBOX);
    }

    /** The same collection, whose documents may have a due time as well. */
    public CollectionSchema due() {
        List<IndexSchema> all = new ArrayList<>(indexes);
        all.addAll(DUE);
        return new CollectionSchema(name, all, shardKey);
    }

    /** The same collection with one more index. */
    public CollectionSchema with(IndexSchema index) {
        List<IndexSchema> all = new ArrayList<>(indexes);
        all.add(index);
        return new CollectionSchema(name, all, shardKey);
    }
}
