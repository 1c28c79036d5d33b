package nl.klimrek.standalone.hr.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatePatternTest {

    @Test
    void two_digits_mean_the_year_that_is_not_after_the_latest() {
        DatePattern form = new DatePattern("MM/dd/yy", 2025);
        assertThat(form.iso("07/05/11")).isEqualTo("2011-07-05");
        assertThat(form.iso("07/05/25")).isEqualTo("2025-07-05");
        assertThat(form.iso("07/05/26")).isEqualTo("1926-07-05");
    }

    @Test
    void other_forms_are_read_too() {
        assertThat(new DatePattern("d-M-yyyy", 2049).iso("5-7-2011")).isEqualTo("2011-07-05");
        assertThat(new DatePattern("yyyy-MM-dd", 2049).iso("2011-07-05")).isEqualTo("2011-07-05");
    }

    @Test
    void what_is_no_such_date_stays_as_written() {
        assertThat(new DatePattern("MM/dd/yy", 2025).iso("02/30/11")).isEqualTo("02/30/11");
        assertThat(new DatePattern("MM/dd/yy", 2025).iso("soon")).isEqualTo("soon");
    }

    @Test
    void a_form_without_a_year_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> new DatePattern("MM/dd", 2025)).isInstanceOf(CannotLoadException.class);
        assertThatThrownBy(() -> new DatePattern("QQQbb/yy", 2025)).isInstanceOf(CannotLoadException.class);
    }
}
