package nl.klimrek.eventing.mongo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreTopologyTest {

    @Test
    void a_server_without_a_replica_set_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> StoreTopology.require(new Document("isWritablePrimary", true)))
                .isInstanceOf(UnsafeTopologyException.class)
                .hasMessageContaining("without a replica set");
    }

    @Test
    void a_set_whose_data_members_are_no_majority_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> StoreTopology.require(set(List.of("a:1"), List.of("b:1", "c:1"))))
                .hasMessageContaining("1 members with data of 3");
    }

    @Test
    void sets_that_can_reach_a_majority_routers_and_the_embedded_store_are_accepted() {
        assertThatCode(() -> {
                    StoreTopology.require(set(List.of("a:1", "b:1", "c:1"), List.of()));
                    StoreTopology.require(set(List.of("a:1", "b:1"), List.of("c:1")));
                    StoreTopology.require(new Document("msg", "isdbgrid"));
                    StoreTopology.require(new Document(StoreTopology.EMBEDDED, true));
                })
                .doesNotThrowAnyException();
    }

    private static Document set(List<String> hosts, List<String> arbiters) {
        return new Document("setName", "rs").append("hosts", hosts).append("arbiters", arbiters);
    }
}
