package nl.klimrek.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.Stream;
import nl.klimrek.contracts.Commitment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateTextTest {

    private static final String SALT = "00112233445566778899aabbccddeeff";

    static Stream<Arguments> typedAndKept() {
        return Stream.of(
                Arguments.of("cafe\u0301", "caf\u00e9"),
                Arguments.of("one\r\ntwo", "one\ntwo"),
                Arguments.of("one\rtwo", "one\ntwo"),
                Arguments.of("a\u0000b\u0007c", "abc"),
                Arguments.of("tab\there", "tab\there"),
                Arguments.of("\u2003 around \n", "around"),
                Arguments.of("half \ud83d", "half \ufffd"),
                Arguments.of("whole \ud83d\ude00", "whole \ud83d\ude00"));
    }

    @ParameterizedTest
    @MethodSource("typedAndKept")
    void typed_text_has_one_form(String typed, String kept) {
        assertThat(PrivateText.of(typed).text()).isEqualTo(kept);
    }

    @Test
    void normalising_twice_changes_nothing_whatever_was_typed() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String typed = random.ints(20, 0, 0x400)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String once = PrivateText.normalise(typed);
            assertThat(PrivateText.normalise(once)).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void the_commitment_proves_the_text_and_no_other() {
        PrivateText text = PrivateText.of(" It went well. ");
        assertThat(text.commitment().proves(text.text())).isTrue();
        assertThat(text.commitment().proves("It went badly.")).isFalse();
    }

    @Test
    void nothing_typed_is_no_text() {
        assertThat(PrivateText.ofOptional(null)).isEmpty();
        assertThat(PrivateText.ofOptional(" \r\n\u0000")).isEmpty();
        assertThat(PrivateText.ofOptional("x").orElseThrow().text()).isEqualTo("x");
    }

    /** Documents of earlier versions: only stripped, as typed, or normalised except for control characters. */
    @ParameterizedTest
    @ValueSource(strings = {"cafe\u0301", " as typed\r\n", "bell\u0007 and \u0000 nul", "one\r\ntwo"})
    void a_text_that_was_stored_by_another_rule_is_still_proven(String stored) {
        PrivateText read = new PrivateText(stored, Commitment.of(SALT, stored));
        assertThat(read.text()).isEqualTo(stored);
        assertThat(read.commitment().proves(read.text())).isTrue();
        assertThat(read.commitment().proves(Normalizer.normalize(stored, Normalizer.Form.NFC)))
                .isTrue();
    }

    @Test
    void the_border_between_fields_cannot_be_typed() {
        assertThat(PrivateText.join("a\n1:b", null)).isNotEqualTo(PrivateText.join("a", "b"));
    }

    @Test
    void its_own_form_shows_no_text() {
        assertThat(PrivateText.of("secret").toString()).doesNotContain("secret");
    }
}
