package nl.klimrek.journal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.LongStream;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.contracts.journal.CheckpointPublished;
import nl.klimrek.eventing.Decision;
import nl.klimrek.journal.chain.EventFixture;
import org.junit.jupiter.api.Test;

class CheckpointSeriesTest {

    @Test
    void a_checkpoint_is_published_with_what_was_signed() {
        Decision<CheckpointSeries> decision = CheckpointSeries.empty().publish(checkpoint(7));

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        decision.stateOr(null), new CheckpointPublished(7, "head-7", "ED25519", "key", "signature-7")));
        assertThat(decision.stateOr(null).last()).contains(checkpoint(7));
    }

    @Test
    void two_simultaneous_checkpoints_of_a_position_are_one() {
        CheckpointSeries series =
                CheckpointSeries.empty().publish(checkpoint(7)).stateOr(null);

        assertThat(series.publish(checkpoint(7))).isInstanceOf(Decision.Unchanged.class);
        assertThat(series.publish(checkpoint(6))).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void only_the_newest_checkpoints_are_kept() {
        CheckpointSeries series = LongStream.rangeClosed(1, CheckpointSeries.MAX_KEPT + 3L)
                .boxed()
                .reduce(
                        CheckpointSeries.empty(),
                        (before, position) ->
                                before.publish(checkpoint(position)).stateOr(null),
                        (one, other) -> other);

        assertThat(series.newest()).hasSize(CheckpointSeries.MAX_KEPT);
        assertThat(series.newest().get(0).position()).isEqualTo(4);
    }

    @Test
    void the_keys_of_former_notes_stay() {
        CheckpointSeries series = CheckpointSeries.empty().withKey("former").withKey("present");

        assertThat(series.withKey("former").publish(checkpoint(7)).stateOr(null).keys())
                .containsExactly("former", "present");
    }

    @Test
    void a_series_of_a_former_version_is_read() throws JsonProcessingException {
        String former = "{\"newest\":[{\"position\":7,\"head\":\"head-7\",\"algorithm\":\"ED25519\",\"keyId\":\"key\","
                + "\"signature\":\"signature-7\",\"at\":\"" + EventFixture.NOW + "\"}]}";

        assertThat(ContractJson.mapper().readValue(former, CheckpointSeries.class))
                .isEqualTo(CheckpointSeries.empty().publish(checkpoint(7)).stateOr(null));
    }

    private static Checkpoint checkpoint(long position) {
        return new Checkpoint(
                position, "head-" + position, "ED25519", "key", "signature-" + position, EventFixture.NOW);
    }
}
