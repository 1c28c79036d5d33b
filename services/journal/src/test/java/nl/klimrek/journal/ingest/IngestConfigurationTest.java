package nl.klimrek.journal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import org.junit.jupiter.api.Test;

class IngestConfigurationTest {

    @Test
    void every_topic_but_the_inbound_one_is_journalled() {
        assertThat(IngestConfiguration.topics())
                .containsExactlyElementsOf(TopicDefinition.names().stream()
                        .filter(topic -> !topic.equals(Topics.HR_EMPLOYEES))
                        .toList());
    }
}
