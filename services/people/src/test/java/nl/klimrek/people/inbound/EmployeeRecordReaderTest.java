package nl.klimrek.people.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.hrrecord.EmployeeFacts;
import nl.klimrek.people.hrrecord.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmployeeRecordReaderTest {

    private static final String REQUIRED =
            "\"employeeNumber\":\"1\",\"effectiveAt\":\"2026-11-01\",\"familyName\":\"Voorbeeld\",\"startDate\":\"2024-03-01\"";

    @Test
    void what_is_not_said_has_its_stated_default() {
        EmployeeFacts facts = ((ParseResult.Upserted) read("{" + REQUIRED + "}")).facts();
        assertThat(facts.language()).isEqualTo("nl");
        assertThat(facts.timeZone()).isEqualTo("Europe/Amsterdam");
        assertThat(facts.contractKind()).isEqualTo(ContractKind.PERMANENT);
        assertThat(facts.minutesPerWeek()).isEqualTo(36 * 60);
        assertThat(facts.workingDays()).hasSize(5);
        assertThat(facts.managerNumber()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"startDate\":\"2027-01-01\",\"endDate\":\"2026-01-01\" | endDate | before-start | IMPOSSIBLE_DATES",
                "\"timeZone\":\"Europe/Nergens\" | timeZone | unknown-time-zone | INVALID_FIELD",
                "\"language\":\"zz\" | language | unknown-language | INVALID_FIELD",
                "\"workingDays\":[\"MON\",\"FUNDAY\"] | workingDays | not-in-list | INVALID_FIELD",
                "\"contractKind\":\"SERF\" | contractKind | not-in-list | INVALID_FIELD",
                "\"hoursPerWeek\":61 | hoursPerWeek | out-of-range | INVALID_FIELD",
                "\"hoursPerWeek\":-1 | hoursPerWeek | out-of-range | INVALID_FIELD",
                "\"hoursPerWeek\":1e-999999999 | hoursPerWeek | out-of-range | INVALID_FIELD",
                "\"hoursPerWeek\":\"36\" | hoursPerWeek | wrong-type | INVALID_FIELD",
                "\"startDate\":\"2026-02-30\" | startDate | not-a-date | INVALID_FIELD",
                "\"startDate\":\"0001-01-01\" | startDate | out-of-range | INVALID_FIELD",
                "\"employeeNumber\":7 | employeeNumber | wrong-type | INVALID_FIELD",
                "\"familyName\":\"  \" | familyName | missing | MISSING_FIELD",
                "\"givenName\":\"A\\u0000B\" | givenName | not-allowed | INVALID_FIELD",
                "\"email\":\"not an address\" | email | not-an-email | INVALID_FIELD",
                "\"email\":\"x@(demo.example)evil.example\" | email | not-an-email | INVALID_FIELD",
                "\"email\":\"=?utf-8?q?y?=@demo.example\" | email | not-an-email | INVALID_FIELD",
                "\"givenName\":\"B\\u202egpj\" | givenName | not-allowed | INVALID_FIELD",
                "\"absentUntil\":\"2026-01-01\" | absentUntil | absence-without-start | IMPOSSIBLE_DATES"
            })
    void an_impossible_field_is_named_with_what_is_wrong(
            String fields, String field, String code, QuarantineReason reason) {
        String json = REQUIRED;
        for (String name : new String[] {"employeeNumber", "familyName", "startDate"}) {
            json = fields.contains("\"" + name + "\"") ? json.replaceAll("\"" + name + "\":\"[^\"]*\",?", "") : json;
        }
        String separator = json.endsWith(",") ? "" : ",";
        ParseResult.Faulty faulty = (ParseResult.Faulty) read("{" + json + separator + fields + "}");
        assertThat(faulty.reason()).isEqualTo(reason);
        assertThat(faulty.faults())
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactly(tuple(field, code));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        ParseResult reading = read("{\"effectiveAt\":\"soon\",\"hoursPerWeek\":99}");
        assertThat(((ParseResult.Faulty) reading).faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder("employeeNumber", "effectiveAt", "familyName", "startDate", "hoursPerWeek");
    }

    private static ParseResult read(String json) {
        return EmployeeRecordReader.upserted(EnvelopeReader.json(json.getBytes(StandardCharsets.UTF_8)));
    }
}
