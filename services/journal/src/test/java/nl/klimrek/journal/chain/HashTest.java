package nl.klimrek.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

    private static final String MOST = "0123456789abcdef".repeat(4).substring(1);

    @Test
    void sixty_four_digits_are_a_hash() {
        assertThat(new Hash("0" + MOST).bytes()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "A", "g", "/", ":", "`", "\u0660", "\n"})
    void a_hash_has_digits_only(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash(digits + MOST));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash(MOST + digits));
    }
}
