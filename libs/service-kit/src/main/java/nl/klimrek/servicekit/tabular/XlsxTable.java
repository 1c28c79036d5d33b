package nl.klimrek.servicekit.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.file.FileContent;
import nl.klimrek.servicekit.tabular.file.FileRefusal;
import nl.klimrek.servicekit.tabular.file.TextEncoding;
import nl.klimrek.servicekit.tabular.file.TextEncoding.Basis;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first visible sheet of a workbook in Office Open XML (ECMA-376). Rows are read one at a time from a temporary file,
 * which is deleted when the table is closed; only the table of texts is in memory, and bounded.
 */
final class XlsxTable implements Table {

    private static final TextEncoding XML = new TextEncoding(StandardCharsets.UTF_8, Basis.VALID);

    private final Path file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> heading;
    private final int headingRow;

    private XlsxTable(Path file, ReadableWorkbook workbook) throws IOException {
        this.file = file;
        this.workbook = workbook;
        Sheet sheet = workbook.getSheets()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> FileRefusal.of("file-empty"));
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        Row first = firstWithContent().orElseThrow(() -> FileRefusal.of("file-empty"));
        this.headingRow = first.getRowNum();
        List<String> names = new ArrayList<>(cells(first));
        while (names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        this.heading = List.copyOf(names);
    }

    static XlsxTable open(FileContent content) throws IOException {
        Path file = Files.createTempFile("klimrek-", ".xlsx");
        ReadableWorkbook workbook = null;
        try (InputStream bytes = content.open()) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            XlsxLimits.check(file);
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            return new XlsxTable(file, workbook);
        } catch (IOException | RuntimeException failed) {
            if (workbook != null) {
                workbook.close();
            }
            Files.deleteIfExists(file);
            throw failed instanceof RefusedException refused ? refused : FileRefusal.of("xlsx-unreadable");
        }
    }

    @Override
    public List<String> heading() {
        return heading;
    }

    @Override
    public String format() {
        return "XLSX";
    }

    @Override
    public TextEncoding encoding() {
        return XML;
    }

    @Override
    public Optional<TableRow> next() {
        return firstWithContent()
                .map(row ->
                        new TableRow((long) row.getRowNum() - headingRow, row.getRowNum(), fitted(cells(row)), false));
    }

    private Optional<Row> firstWithContent() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (cells(row).stream().anyMatch(cell -> !cell.isEmpty())) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw FileRefusal.of("xlsx-unreadable");
        }
    }

    /** A sheet leaves out empty cells at the end of a row, and may have formatted ones beyond the heading. */
    private List<String> fitted(List<String> cells) {
        List<String> fitted = new ArrayList<>(cells);
        while (fitted.size() > heading.size() && fitted.get(fitted.size() - 1).isEmpty()) {
            fitted.remove(fitted.size() - 1);
        }
        fitted.addAll(Collections.nCopies(Math.max(0, heading.size() - fitted.size()), ""));
        return fitted;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(XlsxCell.text(row.getCell(i)));
        }
        return cells;
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
