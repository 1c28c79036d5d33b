package nl.klimrek.standalone.hr.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableOpener;
import nl.klimrek.servicekit.tabular.TableRow;
import nl.klimrek.servicekit.tabular.file.FileContent;
import org.jspecify.annotations.Nullable;

/** Reads an export row by row, by the same rules as an import over HTTP. */
public final class ExportFile implements AutoCloseable {

    private final Table table;
    private final List<String> columns;

    private ExportFile(Table table) {
        this.table = table;
        this.columns = table.heading().stream().map(ExportFile::tidy).toList();
    }

    /**
     * Opens a file.
     *
     * @param encoding encoding of the text; null to detect it
     */
    public static ExportFile open(Path file, String encoding) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotLoadException("The file " + file + " cannot be read.");
        }
        try {
            return new ExportFile(TableOpener.open(FileContent.of(file), encoding));
        } catch (RefusedException refused) {
            throw new CannotLoadException(file + ": " + ProblemText.of(refused.refusal()));
        }
    }

    public List<String> columns() {
        return columns;
    }

    /** Format and encoding of the file. */
    public String readAs() {
        return table.format() + ", " + table.encoding().name()
                + switch (table.encoding().basis()) {
                    case NAMED -> " as you said";
                    case MARK -> " as its first bytes say";
                    case VALID -> "";
                    case DETECTED -> " as its letters suggest; name another with --encoding if names look wrong";
                };
    }

    /** The next rows; empty at the end. */
    public List<ExportRow> next(int most) {
        List<ExportRow> rows = new ArrayList<>();
        try {
            while (rows.size() < most) {
                Optional<TableRow> row = table.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row(row.get()));
            }
            return rows;
        } catch (RefusedException refused) {
            throw new CannotLoadException(ProblemText.of(refused.refusal()));
        }
    }

    private ExportRow row(TableRow row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            cells.put(columns.get(i), tidy(row.cells().get(i)));
        }
        return new ExportRow(row.number(), row.line(), Map.copyOf(cells), fault(row));
    }

    private @Nullable String fault(TableRow row) {
        if (row.cells().size() != columns.size()) {
            return row.cutOff()
                    ? "the file ends in the middle of this row"
                    : "it has " + row.cells().size() + " cells, the heading " + columns.size();
        }
        boolean lost = row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0);
        return lost ? "it holds a sign for a letter that was lost before; export it again as \"CSV UTF-8\"" : null;
    }

    private static String tidy(String cell) {
        return cell.strip().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        table.close();
    }
}
