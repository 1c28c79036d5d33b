package nl.klimrek.standalone.hr.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.standalone.hr.MessyExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final String OWN = "employeeNumber,effectiveAt,familyName,startDate\n";

    @TempDir
    private Path folder;

    @Test
    void a_foreign_export_becomes_records_managers_first() throws IOException {
        List<ExportRecord> rows = export(MessyExport.CSV, MessyExport.MAP);
        assertThat(rows).extracting(sent -> sent.row().row()).startsWith(3L);
        ExportRecord noor =
                rows.stream().filter(sent -> sent.row().row() == 1).findFirst().orElseThrow();
        assertThat(noor.data().toString())
                .isEqualTo(
                        "{\"contractKind\":\"PERMANENT\",\"effectiveAt\":\"2011-07-05\","
                                + "\"employeeNumber\":\"901\",\"familyName\":\"De Wit\",\"givenName\":\"Noor K\",\"hoursPerWeek\":32.5,"
                                + "\"startDate\":\"2011-07-05\",\"team\":\"Productie\",\"workingDays\":[\"MON\",\"TUE\"],\"managerNumber\":\"903\"}");
        assertThat(rows)
                .extracting(sent -> sent.row().managerMissing())
                .filteredOn(why -> why != null)
                .containsExactly("nobody in the file is called \"Raad van Toezicht\"");
    }

    @Test
    void what_can_not_be_converted_is_passed_on_as_written() throws IOException {
        assertThat(export(MessyExport.CSV, MessyExport.MAP))
                .filteredOn(sent -> sent.row().row() == 4)
                .extracting(sent -> sent.data().path("startDate").asText())
                .containsExactly("someday");
    }

    @Test
    void an_export_of_our_own_form_needs_no_map_and_states_only_its_columns() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("own.csv"),
                "employeeNumber;effectiveAt;familyName;startDate\n1;2026-01-01;Vos;2026-01-01\n");
        try (ExportReader export = ExportReader.open(csv, null, null, "hr-x", TODAY)) {
            assertThat(export.fields()).isEqualTo("effectiveAt,employeeNumber,familyName,startDate");
            assertThat(export.next(10)).extracting(sent -> sent.row().name()).containsExactly("Vos");
        }
    }

    @Test
    void an_older_spreadsheet_s_letters_are_understood_and_it_is_said_so() throws IOException {
        Path csv = Files.write(
                folder.resolve("old.csv"),
                OWN.concat("1,2026-01-01,Ren\u00e9,2026-01-01\n").getBytes("windows-1252"));
        try (ExportReader export = ExportReader.open(csv, null, null, "hr-x", TODAY)) {
            assertThat(export.readAs()).startsWith("CSV, windows-1252 as its letters suggest");
            assertThat(export.next(10)).extracting(sent -> sent.row().name()).containsExactly("Ren\u00e9");
        }
    }

    @Test
    void one_byte_of_another_encoding_is_refused_with_the_way_out() throws IOException {
        byte[] bytes = OWN.concat("1,2026-01-01,Zo\u00eb,2026-01-01\n2,2026-01-01,M?ller,2026-01-01\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xFC : bytes[i];
        }
        Path csv = Files.write(folder.resolve("mixed.csv"), bytes);
        assertThatThrownBy(() -> ExportReader.open(csv, null, null, "hr-x", TODAY))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageContaining("line 3, character 15")
                .hasMessageContaining("--encoding");
    }

    @Test
    void misspelt_columns_are_named_with_what_was_meant() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("typo.csv"),
                OWN.replace("\n", ",manager_number,hours\n") + "1,2026-01-01,Vos,2026-01-01,2,24\n");
        assertThatThrownBy(() -> ExportReader.open(csv, null, null, "hr-x", TODAY))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageContaining("\"manager_number\" (managerNumber?), \"hours\" (hoursPerWeek?)");
        Path noHeading = Files.writeString(folder.resolve("bare.csv"), "1,2026-01-01,Vos,2026-01-01\n");
        assertThatThrownBy(() -> ExportReader.open(noHeading, null, null, "hr-x", TODAY))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageNotContaining("Vos");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> ExportReader.open(empty, null, null, "hr-x", TODAY))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageContaining("The file is empty");
    }

    @Test
    void a_short_or_shifted_row_says_nothing_about_a_person() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("short.csv"),
                OWN + "1,2026-01-01,Vos,2026-01-01\n2,2026-01-01,Vos\n3,x,2026-01-01,Vos,2026-01-01\n4,2026");
        try (ExportReader export = ExportReader.open(csv, null, null, "hr-x", TODAY)) {
            assertThat(export.next(10))
                    .extracting(sent -> sent.row().number() + ":" + sent.row().fault())
                    .containsExactlyInAnyOrder(
                            "1:null",
                            ":it has 3 cells, the heading 4",
                            ":it has 5 cells, the heading 4",
                            ":the file ends in the middle of this row");
        }
    }

    @Test
    void a_map_that_does_not_fit_is_refused_with_one_sentence() {
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: {employeeNumber: {column: Nowhere}}"))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageContaining("[Nowhere]");
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: {salary: {column: No}}"))
                .isInstanceOf(CannotLoadException.class)
                .hasMessageContaining("[salary]");
        assertThatThrownBy(() -> export(MessyExport.CSV, "fields: [")).isInstanceOf(CannotLoadException.class);
    }

    private List<ExportRecord> export(String csv, String map) throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), csv.getBytes(StandardCharsets.UTF_8));
        Path rules = Files.writeString(folder.resolve("map.yaml"), map);
        try (ExportReader export = ExportReader.open(file, rules, null, "hr-x", TODAY)) {
            return export.next(100);
        }
    }
}
