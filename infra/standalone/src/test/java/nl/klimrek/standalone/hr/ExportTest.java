package nl.klimrek.standalone.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    @Test
    void a_foreign_export_becomes_records_managers_first() throws IOException {
        List<HrRow> rows = export(MessyExport.CSV, MessyExport.MAP);
        assertThat(rows).extracting(HrRow::row).startsWith(3);
        HrRow noor = rows.stream().filter(row -> row.row() == 1).findFirst().orElseThrow();
        assertThat(noor.data().toString()).isEqualTo("{\"contractKind\":\"PERMANENT\",\"effectiveAt\":\"2011-07-05\","
                + "\"employeeNumber\":\"901\",\"familyName\":\"De Wit\",\"givenName\":\"Noor K\",\"hoursPerWeek\":32.5,"
                + "\"startDate\":\"2011-07-05\",\"team\":\"Productie\",\"workingDays\":[\"MON\",\"TUE\"],\"managerNumber\":\"903\"}");
        assertThat(rows).filteredOn(row -> row.managerMissing() != null).extracting(HrRow::managerMissing)
                .containsExactly("nobody in the file is called \"Raad van Toezicht\"");
    }

    @Test
    void what_can_not_be_converted_is_passed_on_as_written() throws IOException {
        assertThat(export(MessyExport.CSV, MessyExport.MAP)).filteredOn(row -> row.row() == 4)
                .extracting(row -> row.data().path("startDate").asText()).containsExactly("someday");
    }

    @Test
    void an_export_of_our_own_form_needs_no_map() throws IOException {
        Path csv = Files.writeString(folder.resolve("own.csv"), "employeeNumber;effectiveAt;familyName;startDate\n1;2026-01-01;Vos;2026-01-01\n");
        ExportFile file = ExportFile.read(csv);
        assertThat(new Export(ExportMap.none(file.columns()), LocalDate.of(2026, 11, 1)).records(file))
                .extracting(HrRow::name).containsExactly("Vos");
    }

    @Test
    void an_older_spreadsheet_s_letters_are_understood() throws IOException {
        Path csv = Files.write(folder.resolve("old.csv"), "employeeNumber,familyName\n1,Ren\u00e9\n".getBytes("windows-1252"));
        assertThat(ExportFile.read(csv).rows().get(0).cell("familyName")).isEqualTo("Ren\u00e9");
    }

    @Test
    void a_map_that_does_not_fit_is_refused_with_one_sentence() {
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: {employeeNumber: {column: Nowhere}}"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("[Nowhere]");
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: {salary: {column: No}}"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("[salary]");
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: [")).isInstanceOf(NotPossible.class);
    }

    private List<HrRow> export(String csv, String map) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), csv.getBytes(StandardCharsets.UTF_8));
        Path rules = Files.writeString(folder.resolve("map.yaml"), map);
        return new Export(ExportMap.read(rules), LocalDate.of(2026, 11, 1)).records(ExportFile.read(file));
    }
}
