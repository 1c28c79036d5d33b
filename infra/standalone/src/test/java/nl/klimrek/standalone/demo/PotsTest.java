package nl.klimrek.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import nl.klimrek.contracts.ContractJson;
import org.junit.jupiter.api.Test;

class PotsTest {

    @Test
    void pots_that_add_up_pass_and_others_are_named() throws IOException {
        assertThatCode(() -> pots(10_000, 4_000, 1_000, 2_000, 3_000).addUp()).doesNotThrowAnyException();
        Pots lacking = pots(10_000, 4_000, 1_000, 2_000, 2_999);
        assertThatThrownBy(lacking::addUp).isInstanceOf(Missing.class).hasMessageContaining("personal-2026");
    }

    @Test
    void amounts_are_shown_as_people_write_them() {
        assertThat(Pots.euros(16_554)).isEqualTo("€ 165.54");
        assertThat(Pots.euros(5)).isEqualTo("€ 0.05");
        assertThat(Pots.hours(485)).isEqualTo("8 h 05");
    }

    private static Pots pots(long granted, long available, long reserved, long committed, long spent)
            throws IOException {
        return new Pots(
                ContractJson.mapper().readTree(String.format("""
                {"pots": [{"pot": "personal-2026", "unit": "EUR", "granted": %d, "available": %d, "reserved": %d,
                 "committed": %d, "spent": %d}]}""", granted, available, reserved, committed, spent)));
    }
}
