package nl.klimrek.journal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.klimrek.contracts.Topics;
import org.junit.jupiter.api.Test;

class IntakeConfigurationTest {

    @Test
    void every_topic_but_the_inbound_one_and_its_own_is_journalled() {
        List<String> not = List.of(Topics.HR_EMPLOYEES, Topics.JOURNAL_CHECKPOINTS);

        assertThat(IntakeConfiguration.topics())
                .containsExactlyElementsOf(Topics.ALL.stream().filter(topic -> !not.contains(topic)).toList());
    }
}
