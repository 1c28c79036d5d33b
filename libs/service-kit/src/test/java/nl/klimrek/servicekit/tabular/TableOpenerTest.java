package nl.klimrek.servicekit.tabular;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.file.FileContent;
import nl.klimrek.servicekit.tabular.file.TextEncoding;
import nl.klimrek.servicekit.tabular.file.TextEncoding.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files of rows: what is read, in which encoding, and what is refused with its place. */
class TableOpenerTest {

    private static final String NAMES = "number;name\r\n1;Müller\r\n2;Zoë Çelik\r\n3;Désiré\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void usual_encodings_are_found_without_being_named(String charset) {
        Table table = TableOpener.open(file(NAMES.getBytes(Charset.forName(charset))), null);
        assertThat(table.encoding().name()).isEqualTo(charset);
        assertThat(names(table)).containsExactly("Müller", "Zoë Çelik", "Désiré");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_decides_the_encoding(String charset) {
        Table table = TableOpener.open(file(("\uFEFF" + NAMES).getBytes(Charset.forName(charset))), null);
        assertThat(table.encoding()).isEqualTo(new TextEncoding(Charset.forName(charset), Basis.MARK));
        assertThat(table.heading()).containsExactly("number", "name");
    }

    @Test
    void one_byte_of_another_encoding_is_refused_with_its_place() {
        byte[] mixed = join(bytes("number;name\n1;Müller\n2;M"), new byte[] {(byte) 0xFC}, bytes("ller\n"));
        Refusal refusal = refusal(mixed, null);
        assertThat(refusal.code()).isEqualTo("encoding-doubtful");
        assertThat(refusal.details()).containsEntry("line", 3L).containsEntry("character", 4L);
        assertThat(refusal(mixed, "windows-1252").code())
                .as("named, it would garble the other names")
                .isEqualTo("encoding-doubtful");
        assertThat(refusal(mixed, "UTF-8").details()).containsEntry("line", 3L).containsEntry("encoding", "UTF-8");
    }

    @Test
    void a_sequence_that_breaks_off_is_a_fault_too() {
        assertThat(refusal(join(bytes("a;b\né;x"), new byte[] {(byte) 0xC3}), null)
                        .code())
                .isEqualTo("encoding-doubtful");
        assertThat(refusal(join(bytes("a;b\né;x"), new byte[] {(byte) 0xC0, (byte) 0x80}), null)
                        .code())
                .isEqualTo("encoding-doubtful");
        assertThat(refusal(join(bytes("a;b\né;"), new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}), null)
                        .code())
                .isEqualTo("encoding-doubtful");
    }

    @ParameterizedTest
    @CsvSource({
        "IBM850,Ren\u00e9",
        "IBM850,Zo\u00eb",
        "IBM437,J\u00f6rg",
        "x-MacRoman,Zo\u00eb",
        "x-MacRoman,Ren\u00e9e",
        "windows-1251,\u0418\u0432\u0430\u043d\u043e\u0432 \u041f\u0435\u0442\u0440",
        "Shift_JIS,\u5c71\u7530\u592a\u90ce"
    })
    void a_doubtful_encoding_is_refused_unless_it_is_named(String charset, String name) {
        byte[] bytes = ("number;name\n1;" + name + "\n2;" + name + "\n").getBytes(Charset.forName(charset));
        assertThat(refusal(bytes, null).code()).isEqualTo("encoding-doubtful");
        Table named = TableOpener.open(file(bytes), charset);
        assertThat(names(named)).containsExactly(name, name);
        assertThat(named.encoding().basis()).isEqualTo(Basis.NAMED);
    }

    @Test
    void a_named_encoding_that_does_not_fit_is_refused() {
        assertThat(refusal(bytes(NAMES), "windows-1252").code()).isEqualTo("encoding-contradicts");
        assertThat(refusal(bytes(NAMES), "no such thing").code()).isEqualTo("encoding-unknown");
        assertThat(refusal(("\uFEFF" + NAMES).getBytes(UTF_16LE), "UTF-8").code())
                .isEqualTo("encoding-contradicts");
        assertThat(refusal(join(bytes("a;b\n1;x"), new byte[] {(byte) 0x81}), "windows-1252")
                        .code())
                .isEqualTo("encoding-wrong");
        assertThat(names(TableOpener.open(file(("\uFEFF" + NAMES).getBytes(UTF_16BE)), "UTF-16")))
                .contains("Müller");
    }

    @Test
    void a_file_that_is_not_text_is_refused() {
        assertThat(refusal(new byte[0], null).code()).isEqualTo("file-empty");
        assertThat(refusal(bytes("\uFEFF"), null).code()).isEqualTo("file-empty");
        assertThat(refusal(bytes("\r\n\r\n"), null).code()).isEqualTo("file-empty");
        assertThat(refusal(new byte[] {1, 0, 2, 0, 0, 3}, null).code()).isEqualTo("file-not-text");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, null)
                        .code())
                .isEqualTo("xls-not-accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_the_one_that_the_heading_uses(String sign) {
        String csv = "number" + sign + "\"name, of; all\"\n1" + sign + "Vos\n";
        assertThat(names(TableOpener.open(file(bytes(csv)), null))).containsExactly("Vos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=|", "\"sep=|\"", "SEP=|", "\uFEFFsep=|"})
    void the_first_line_of_excel_names_the_separator(String first) {
        Table table = TableOpener.open(file(bytes(first + "\r\na,b|name\r\n1|Vos\r\n")), null);
        assertThat(table.heading()).containsExactly("a,b", "name");
        assertThat(table.next())
                .get()
                .extracting(TableRow::number, TableRow::line)
                .containsExactly(1L, 3L);
    }

    @Test
    void cells_are_text_whatever_they_look_like() {
        Table table = TableOpener.open(
                file(bytes("a,name\n=1+1,\"=cmd|'/C calc'!A0\"\n+31,\"x\r\ny \"\"z\"\"\"\n\"=\"\"0012\"\"\",Vos\n")),
                null);
        List<TableRow> rows = rows(table);
        assertThat(rows).extracting(row -> row.cells().get(0)).containsExactly("=1+1", "+31", "0012");
        assertThat(rows)
                .extracting(row -> row.cells().get(1))
                .containsExactly("=cmd|'/C calc'!A0", "x\r\ny \"z\"", "Vos");
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L, 5L);
    }

    @Test
    void empty_rows_are_skipped_but_count_in_row_numbers() {
        List<TableRow> rows = rows(TableOpener.open(file(bytes("\r\n\r\na;b\r\n;\r\n\r\n1;2\r\n  ;  \r\n3;4")), null));
        assertThat(rows).extracting(TableRow::number).containsExactly(3L, 5L);
        assertThat(rows).extracting(TableRow::line).containsExactly(6L, 8L);
    }

    @Test
    void a_file_that_ends_in_the_middle_of_a_row_says_so() {
        assertThat(rows(TableOpener.open(file(bytes("a,b,c\n1,2,3\n4,5")), null)))
                .extracting(TableRow::cutOff)
                .containsExactly(false, true);
        assertThat(rows(TableOpener.open(file(bytes("a,b,c\n1,2,3\n4,5\n")), null)))
                .extracting(TableRow::cutOff)
                .containsExactly(false, false);
        Table open = TableOpener.open(file(bytes("a,b\n1,2\n3,\"4")), null);
        assertThat(open.next()).isPresent();
        RefusedException refused = catchThrowableOfType(RefusedException.class, open::next);
        assertThat(refused.refusal()).isEqualTo(Refusal.of("csv-unreadable", "line", 3L));
    }

    @Test
    void a_row_of_three_million_columns_is_refused_before_it_fills_the_memory() {
        assertThat(refusal(bytes(",".repeat(3_000_000) + "\n"), null).code()).isEqualTo("row-too-long");
        Table table = TableOpener.open(file(bytes("a,b\n1,2\n" + ",".repeat(3_000_000) + "\n")), null);
        assertThat(table.next()).isPresent();
        assertThat(catchThrowableOfType(RefusedException.class, table::next)
                        .refusal()
                        .details())
                .containsEntry("line", 3L);
    }

    @Test
    void a_million_empty_rows_do_not_fill_the_memory() {
        String csv = "a;b\n1;2\n" + ";\n".repeat(1_000_000) + "\n".repeat(1_000_000) + "3;4\n";
        assertThat(rows(TableOpener.open(file(bytes(csv)), null)))
                .extracting(TableRow::number)
                .containsExactly(1L, 2_000_002L);
    }

    private static List<String> names(Table table) {
        return rows(table).stream().map(row -> row.cells().get(1)).toList();
    }

    static List<TableRow> rows(Table table) {
        List<TableRow> rows = new ArrayList<>();
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    static Refusal refusal(byte[] bytes, String encoding) {
        return catchThrowableOfType(RefusedException.class, () -> TableOpener.open(file(bytes), encoding))
                .refusal();
    }

    static FileContent file(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
