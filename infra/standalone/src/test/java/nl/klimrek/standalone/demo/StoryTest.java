package nl.klimrek.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoryTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Story story = new Story("run", new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void a_step_is_numbered_and_its_proofs_stand_below_each_other() {
        story.step("Bram invites", step -> {
            step.proof("slot %d", 1);
            step.proof("and a prompt");
        });
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("   1. Bram invites …  slot 1", "        and a prompt");
    }

    @Test
    void each_step_has_a_correlation_id_of_its_own_and_a_look_is_no_step() {
        story.step("one", step -> step.proof("%s", story.correlation()));
        story.look("a look", step -> step.proof("seen"));
        story.step("two", step -> step.proof("%s", step.correlation()));
        assertThat(story.correlations()).containsExactly("demo-run-1", "demo-run-2");
    }

    @Test
    void a_step_without_a_proof_is_no_step() {
        assertThatThrownBy(() -> story.step("nothing to show", step -> {})).isInstanceOf(Missing.class);
    }
}
