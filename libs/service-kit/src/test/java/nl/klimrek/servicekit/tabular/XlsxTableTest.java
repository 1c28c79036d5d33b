package nl.klimrek.servicekit.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.klimrek.servicekit.tabular.TableOpenerTest.file;
import static nl.klimrek.servicekit.tabular.TableOpenerTest.refusal;
import static nl.klimrek.servicekit.tabular.TableOpenerTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks: cells as a person sees them, and bounds on what is unpacked. */
class XlsxTableTest {

    @Test
    void cells_are_read_as_they_are_shown() throws IOException {
        byte[] workbook = workbook(sheet -> {
            header(sheet, "number", "padded", "start", "moment", "hours", "yes", "formula", "none");
            sheet.value(1, 0, 10026);
            sheet.value(1, 1, 123);
            sheet.style(1, 1).format("000000").set();
            sheet.value(1, 2, LocalDate.of(2026, 11, 1));
            sheet.style(1, 2).format("dd-mm-yyyy").set();
            sheet.value(1, 3, LocalDateTime.of(2026, 11, 1, 8, 30));
            sheet.style(1, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 4, 32.5);
            sheet.value(1, 5, true);
            sheet.value(1, 6, "=1+1");
        });
        Table table = TableOpener.open(file(workbook), null);
        assertThat(table.format()).isEqualTo("XLSX");
        assertThat(rows(table).get(0).cells())
                .isEqualTo(List.of("10026", "000123", "2026-11-01", "2026-11-01T08:30", "32.5", "TRUE", "=1+1", ""));
        table.close();
    }

    @Test
    void empty_rows_and_formatted_cells_beyond_the_heading_are_left_out() throws IOException {
        byte[] workbook = workbook(sheet -> {
            header(sheet, "a", "b");
            sheet.value(5, 0, "Müller");
            sheet.value(5, 6, "");
            for (int i = 6; i < 20_000; i++) {
                sheet.value(i, 0, "");
            }
        });
        assertThat(rows(TableOpener.open(file(workbook), null)))
                .singleElement()
                .satisfies(row -> assertThat(List.of(row.number(), row.line(), row.cells()))
                        .isEqualTo(List.of(5L, 6L, List.of("Müller", ""))));
    }

    @Test
    void a_hidden_sheet_is_not_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("lists");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "secret");
            header(workbook.newWorksheet("people"), "number");
        }
        assertThat(TableOpener.open(file(bytes.toByteArray()), null).heading()).containsExactly("number");
    }

    @Test
    void a_workbook_that_unpacks_to_too_much_is_refused() throws IOException {
        byte[] workbook = workbook(sheet -> header(sheet, "a"));
        byte[] filler = " ".repeat(1 << 20).getBytes(UTF_8);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = copy(workbook, bomb, part -> part)) {
            zip.putNextEntry(new ZipEntry("xl/extra.xml"));
            for (int i = 0; i < 65; i++) {
                zip.write(filler);
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 20);
        assertThat(refusal(bomb.toByteArray(), null).code()).isEqualTo("xlsx-too-large");
    }

    @Test
    void a_cell_far_beyond_the_last_column_is_refused() throws IOException {
        byte[] far = changed(workbook(sheet -> header(sheet, "a")), part -> part.replace("r=\"A1\"", "r=\"ZZZZZZZ1\""));
        assertThat(refusal(far, null).code()).isEqualTo("xlsx-too-large");
    }

    @Test
    void a_document_type_or_a_broken_workbook_is_refused() throws IOException {
        byte[] entity = changed(
                workbook(sheet -> header(sheet, "a")),
                part -> part.contains("<sheetData")
                        ? part.replaceFirst(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet")
                        : part);
        assertThat(refusal(entity, null).code()).isEqualTo("xlsx-unreadable");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, null).code()).isEqualTo("xlsx-unreadable");
        assertThat(refusal(workbook(sheet -> {}), null).code()).isEqualTo("file-empty");
    }

    static byte[] workbook(Consumer<Worksheet> filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.accept(workbook.newWorksheet("people"));
        }
        return bytes.toByteArray();
    }

    private static void header(Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static byte[] changed(byte[] workbook, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(workbook, bytes, change).close();
        return bytes.toByteArray();
    }

    private static ZipOutputStream copy(byte[] workbook, ByteArrayOutputStream into, UnaryOperator<String> change)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(into);
        Path file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (ZipFile parts = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                zip.write(change.apply(new String(parts.getInputStream(part).readAllBytes(), UTF_8))
                        .getBytes(UTF_8));
            }
        }
        Files.delete(file);
        return zip;
    }
}
