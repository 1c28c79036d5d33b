package nl.klimrek.servicekit.imports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableRow;

/** An open file, positioned at the row after the last one that has its result. */
final class ImportCursor implements AutoCloseable {

    private final Table table;
    private final RowReader reader;
    private long at;

    private ImportCursor(Table table, RowReader reader) {
        this.table = table;
        this.reader = reader;
    }

    /** Opens the file at the row after the import's cursor. */
    static ImportCursor at(ImportJob job, Table table, RowReader reader) {
        ImportCursor open = new ImportCursor(table, reader);
        while (open.at < job.cursor()) {
            Optional<TableRow> row = table.next();
            if (row.isEmpty()) {
                break;
            }
            open.at = row.get().number();
            reader.passed(row.get());
        }
        return open;
    }

    /** Reads the next rows; none at the end of the file. */
    List<TableRow> next(int most) {
        List<TableRow> rows = new ArrayList<>();
        while (rows.size() < most) {
            Optional<TableRow> row = table.next();
            if (row.isEmpty()) {
                break;
            }
            rows.add(row.get());
            at = row.get().number();
        }
        return rows;
    }

    RowReader reader() {
        return reader;
    }

    boolean isAt(long row) {
        return at == row;
    }

    @Override
    public void close() {
        table.close();
    }
}
