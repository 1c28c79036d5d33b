package nl.klimrek.servicekit.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.file.EncodingDetector;
import nl.klimrek.servicekit.tabular.file.EncodingScan;
import nl.klimrek.servicekit.tabular.file.FileContent;
import nl.klimrek.servicekit.tabular.file.FileRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Opens files of rows, whatever program wrote them: CSV in any usual encoding and with any usual separator, Excel's
 * "Unicode text", and XLSX.
 *
 * <p>A file that cannot be read is refused as a whole: {@code file-empty}, {@code file-not-text}, {@code encoding-doubtful},
 * {@code encoding-wrong}, {@code encoding-unknown}, {@code encoding-contradicts}, {@code csv-unreadable},
 * {@code row-too-long}, {@code xlsx-unreadable}, {@code xlsx-too-large}, {@code xls-not-accepted}.
 */
public final class TableOpener {

    private static final int BUFFER = 64 * 1024;

    private TableOpener() {}

    /**
     * Opens a file at its first row. It is read once before, to know its encoding.
     *
     * @param encoding encoding the caller named; null when the file tells
     */
    public static Table open(FileContent content, @Nullable String encoding) {
        return open(content, encoding, ColumnMapping.NONE);
    }

    /** The same, with other names for its columns; {@code column-not-in-file} when one of them is not there. */
    public static Table open(FileContent content, @Nullable String encoding, ColumnMapping names) {
        Table table = plain(content, encoding);
        try {
            return names.of(table);
        } catch (RefusedException refused) {
            table.close();
            throw refused;
        }
    }

    private static Table plain(FileContent content, @Nullable String encoding) {
        try {
            EncodingScan scan = scan(content);
            if (scan.empty()) {
                throw FileRefusal.of("file-empty");
            }
            if (scan.begins('P', 'K', 3, 4) || scan.begins('P', 'K', 5, 6)) {
                return XlsxTable.open(content);
            }
            if (scan.begins(0xD0, 0xCF, 0x11, 0xE0)) {
                throw FileRefusal.of("xls-not-accepted");
            }
            return CsvTable.open(content, EncodingDetector.of(content, scan, encoding));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static EncodingScan scan(FileContent content) throws IOException {
        EncodingScan scan = new EncodingScan();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = content.open()) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                scan.accept(buffer, 0, read);
            }
        }
        return scan.finish();
    }
}
