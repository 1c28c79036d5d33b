package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.junit.jupiter.api.Test;

/** A declared reader has a dead-letter topic. Without one, a single unreadable record holds up its partition. */
class DeclaredReaderIT {

    @Test
    void every_topic_that_people_reads_names_it_as_a_reader() {
        assertThat(PeopleUnderTest.SERVICE.bean(EventHandlers.class).topics())
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(TopicDefinition.of(topic).readers())
                        .as(topic)
                        .contains(PeopleService.NAME));
    }
}
