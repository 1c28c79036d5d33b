package nl.klimrek.people.hrrecord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFaultTest {

    @ParameterizedTest
    @CsvSource({
        "startDate,2026-02-30,2026-02-30",
        "endDate,01/02/2026 10:00,01/02/2026 10:00",
        "hoursPerWeek,zesendertig,zesendertig",
        "contractKind,SERF,SERF",
        "timeZone,Mars/Noord,Mars/Noord"
    })
    void dates_figures_and_codes_are_told(String field, String value, String told) {
        assertThat(FieldFault.of(field, "x", value).value()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "startDate,Jansen",
        "familyName,Jansen",
        "email,geen-adres",
        "employeeNumber,123",
        "managerNumber,22",
        "team,Zorg",
        "contractKind,de heer Jansen & zoon"
    })
    void what_can_be_personal_text_is_not(String field, String value) {
        assertThat(FieldFault.of(field, "x", value).value()).isNull();
    }
}
