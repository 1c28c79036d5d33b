package nl.klimrek.standalone.demo.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.standalone.demo.client.DemoFailure;
import org.junit.jupiter.api.Test;

class BudgetViewTest {

    @Test
    void pots_that_add_up_pass_and_others_are_named() throws IOException {
        assertThatCode(() -> pots(10_000, 4_000, 1_000, 2_000, 3_000).addUp()).doesNotThrowAnyException();
        BudgetView lacking = pots(10_000, 4_000, 1_000, 2_000, 2_999);
        assertThatThrownBy(lacking::addUp).isInstanceOf(DemoFailure.class).hasMessageContaining("personal-2026");
    }

    @Test
    void amounts_are_shown_as_people_write_them() {
        assertThat(BudgetView.euros(16_554)).isEqualTo("€ 165.54");
        assertThat(BudgetView.euros(5)).isEqualTo("€ 0.05");
        assertThat(BudgetView.hours(485)).isEqualTo("8 h 05");
    }

    private static BudgetView pots(long granted, long available, long reserved, long committed, long spent)
            throws IOException {
        return new BudgetView(
                ContractJson.mapper().readTree(String.format("""
                {"pots": [{"pot": "personal-2026", "unit": "EUR", "granted": %d, "available": %d, "reserved": %d,
                 "committed": %d, "spent": %d}]}""", granted, available, reserved, committed, spent)));
    }
}
