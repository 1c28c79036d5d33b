package nl.klimrek.servicekit.tabular;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import nl.klimrek.servicekit.tabular.file.TextEncoding;

/**
 * A file of rows, read one row at a time: memory does not grow with the number of rows. Rows without any content are
 * skipped.
 */
public interface Table extends Closeable {

    /** Names of the columns, without surrounding blanks. */
    List<String> heading();

    /** {@code CSV} or {@code XLSX}. */
    String format();

    /** Encoding in which the text was read; for XLSX that of the format itself. */
    TextEncoding encoding();

    /**
     * The next row that has content; empty at the end.
     *
     * @throws nl.klimrek.eventing.RefusedException when the file cannot be read further; the details name the line
     */
    Optional<TableRow> next();

    @Override
    void close();
}
