package nl.klimrek.standalone.demo.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import nl.klimrek.standalone.demo.client.DemoFailure;
import org.junit.jupiter.api.Test;

class DemoScriptTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final DemoScript script = new DemoScript("run", new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void a_step_is_numbered_and_its_proofs_stand_below_each_other() {
        script.step("Bram invites", step -> {
            step.proof("slot %d", 1);
            step.proof("and a prompt");
        });
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("   1. Bram invites …  slot 1", "        and a prompt");
    }

    @Test
    void each_step_has_a_correlation_id_of_its_own_and_a_look_is_no_step() {
        script.step("one", step -> step.proof("%s", script.correlation()));
        script.look("a look", step -> step.proof("seen"));
        script.step("two", step -> step.proof("%s", step.correlation()));
        assertThat(script.correlations()).containsExactly("demo-run-1", "demo-run-2");
    }

    @Test
    void a_step_without_a_proof_is_no_step() {
        assertThatThrownBy(() -> script.step("nothing to show", step -> {})).isInstanceOf(DemoFailure.class);
    }
}
