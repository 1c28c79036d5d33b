package nl.klimrek.people.hrrecord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HrTextTest {

    @ParameterizedTest
    @CsvSource({
        "'\u00a0A1 '",
        "'\ufeffA1'",
        "'A\u200b1'",
        "'A\u00ad1'",
        "'\uff211'",
        "'A\u20601\u202f'",
        "'\u2066A1\u2069'",
        "'A1\u3164'",
        "'A1\u2800'"
    })
    void a_key_has_one_form_however_it_was_copied(String raw) {
        assertThat(HrText.key(raw)).isEqualTo("A1");
    }

    @Test
    void a_name_keeps_the_joiners_that_its_script_needs_and_has_single_plain_spaces() {
        assertThat(HrText.text("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .contains("\u200c");
        assertThat(HrText.text(" Van\u00a0\u2003der  Berg ")).isEqualTo("Van der Berg");
        assertThat(HrText.text("Zoe\u0308")).isEqualTo("Zo\u00eb");
    }

    @Test
    void leading_zeros_go_and_zero_stays() {
        assertThat(HrText.withoutLeadingZeros("000123")).isEqualTo("123");
        assertThat(HrText.withoutLeadingZeros("0")).isEqualTo("0");
        assertThat(HrText.withoutLeadingZeros("00A1")).isEqualTo("A1");
        assertThat(HrText.withoutLeadingZeros("K-002")).isEqualTo("K-002");
    }
}
