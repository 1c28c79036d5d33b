package nl.klimrek.servicekit.events;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.TopicDefinition;
import org.junit.jupiter.api.Test;

class ContractCatalogueTest {

    private final ContractCatalogue catalogue = new ContractCatalogue();

    @Test
    void each_topic_has_a_source_of_its_own_so_that_its_sequences_have_no_gaps() {
        assertThat(TopicDefinition.names().stream().map(catalogue::sourceOf))
                .doesNotHaveDuplicates()
                .contains("/klimrek/people", "/klimrek/directory", "/klimrek/journal/checkpoints");
    }
}
