package nl.klimrek.eventing.mongo;

import static org.assertj.core.api.Assertions.assertThatCode;

import nl.klimrek.eventing.EmbeddedEngines;
import org.junit.jupiter.api.Test;

class StoreTopologyIT {

    @Test
    void the_embedded_store_is_accepted_in_place_of_a_replica_set() {
        assertThatCode(() -> StoreTopology.require(EmbeddedEngines.freshDatabase()))
                .doesNotThrowAnyException();
    }
}
