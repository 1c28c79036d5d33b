package nl.klimrek.eventing.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IndexSchemaTest {

    private static final IndexSchema DUE = IndexSchema.of("due").onlyWith("due");
    private static final Document ALL = stored("{'key': {'due': 1}, 'name': 'due_1'}");
    private static final Document OPEN =
            stored("{'key': {'due': 1}, 'name': 'due_1_open', 'partialFilterExpression': {'due': {'$exists': true}}}");

    @Test
    void an_index_of_all_documents_is_not_one_of_open_work() {
        assertThat(DUE.matches(OPEN, true)).isTrue();
        assertThat(DUE.matches(ALL, true)).isFalse();
    }

    @Test
    void a_store_without_partial_indexes_has_one_of_all_documents() {
        assertThat(DUE.matches(ALL, false)).isTrue();
    }

    @Test
    void order_of_the_fields_direction_and_uniqueness_count() {
        IndexSchema index = IndexSchema.of("list", "order");
        assertThat(index.matches(stored("{'key': {'list': 1, 'order': 1}}"), true))
                .isTrue();
        assertThat(index.matches(stored("{'key': {'list': 1.0, 'order': 1.0}}"), true))
                .isTrue();
        assertThat(index.matches(stored("{'key': {'order': 1, 'list': 1}}"), true))
                .isFalse();
        assertThat(index.matches(stored("{'key': {'list': 1, 'order': -1}}"), true))
                .isFalse();
        assertThat(index.matches(stored("{'key': {'list': 1, 'order': 1}, 'unique': true}"), true))
                .isFalse();
        assertThat(index.matches(stored("{'key': {'list': 'hashed', 'order': 1}}"), true))
                .isFalse();
    }

    @Test
    void a_unique_index_without_the_shard_key_is_refused() {
        IndexSchema unique = new IndexSchema(new Document("place", 1), true, null);
        assertThatThrownBy(() -> CollectionSchema.of("entries", unique))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entries cannot be sharded");
        assertThat(new CollectionSchema("entries", List.of(unique), new Document("place", 1)).indexes())
                .containsExactly(unique);
    }

    private static Document stored(String json) {
        return Document.parse(json);
    }
}
