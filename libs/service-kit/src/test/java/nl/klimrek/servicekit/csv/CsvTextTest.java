package nl.klimrek.servicekit.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.klimrek.eventing.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a,b | ,", "a;b | ;", "'a;b,c' | ,", "a | ,", "'' | ,"})
    void the_first_line_tells_what_separates(String heading, char delimiter) {
        assertThat(CsvText.of((heading + "\n1;2,3").getBytes(UTF_8)).delimiter()).isEqualTo(delimiter);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() {
        assertThat(CsvText.of("\uFEFFnaam;één".getBytes(UTF_8))).isEqualTo(new CsvText("naam;één", ';'));
        assertThat(CsvText.of(new byte[0])).isEqualTo(new CsvText("", ','));
    }

    @Test
    void another_encoding_is_refused() {
        assertThatThrownBy(() -> CsvText.of("één".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal().code()).isEqualTo("csv-not-utf-8"));
    }
}
