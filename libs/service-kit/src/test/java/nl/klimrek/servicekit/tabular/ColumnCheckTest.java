package nl.klimrek.servicekit.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ColumnCheck that do not fit are named, each with the one that was probably meant. */
class ColumnCheckTest {

    private static final List<String> KNOWN = List.of(
            "employeeNumber",
            "effectiveAt",
            "familyName",
            "givenName",
            "email",
            "managerNumber",
            "team",
            "job",
            "jobFamily",
            "hoursPerWeek",
            "startDate",
            "endDate");

    @ParameterizedTest
    @CsvSource({
        "manager_number,managerNumber",
        "hours,hoursPerWeek",
        "Familyname,familyName",
        "familyNmae,familyName",
        "E-mail,email",
        "start date,startDate",
        "employeNumber,employeeNumber",
        "salary,",
        "x,"
    })
    void a_misspelt_column_gets_the_nearest_known_one(String column, String meant) {
        assertThat(ColumnCheck.suggestion(column, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void everything_that_does_not_fit_is_named_at_once() {
        ColumnCheck columns = ColumnCheck.of(
                List.of("employeeNumber", "job", "job", "hours"), List.of("employeeNumber", "startDate"), KNOWN);
        assertThat(columns.fit()).isFalse();
        assertThat(columns.missing()).containsExactly("startDate");
        assertThat(columns.repeated()).containsExactly("job");
        assertThat(columns.unknown()).hasToString("[\"hours\" (hoursPerWeek?)]");
    }

    @Test
    void a_first_row_of_data_is_not_taken_for_a_heading() {
        List<String> required = List.of("employeeNumber", "familyName");
        assertThat(ColumnCheck.of(List.of("10026", "Adinolfi"), required, KNOWN).noHeading(required))
                .isTrue();
        assertThat(ColumnCheck.of(List.of("number", "family_name"), required, KNOWN)
                        .noHeading(required))
                .isFalse();
    }
}
