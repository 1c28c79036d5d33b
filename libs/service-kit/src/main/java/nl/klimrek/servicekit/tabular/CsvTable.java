package nl.klimrek.servicekit.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.servicekit.tabular.file.EncodingDetector;
import nl.klimrek.servicekit.tabular.file.FileContent;
import nl.klimrek.servicekit.tabular.file.FileRefusal;
import nl.klimrek.servicekit.tabular.file.TextEncoding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) as spreadsheets write it. The separator is the one that a first line {@code sep=} names, else the
 * one its heading has most of. A cell that looks like a formula is text.
 */
final class CsvTable implements Table {

    private final TextEncoding encoding;
    private final RecordLimitReader limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> heading;
    private final long linesBefore;
    private @Nullable CSVRecord ahead;
    private long aheadLine;
    private @Nullable RuntimeException failure;
    private long number;

    private CsvTable(TextEncoding encoding, RecordLimitReader limit, char delimiter, long linesBefore)
            throws IOException {
        this.encoding = encoding;
        this.limit = limit;
        this.linesBefore = linesBefore;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        this.parser = CSVParser.builder().setReader(limit).setFormat(format).get();
        this.records = parser.iterator();
        readAhead();
        if (failure != null) {
            throw failure;
        }
        if (ahead == null) {
            throw FileRefusal.of("file-empty");
        }
        this.heading = cells(ahead);
        readAhead();
    }

    static CsvTable open(FileContent content, TextEncoding encoding) throws IOException {
        String begin = begin(content, encoding);
        String firstLine = begin.lines().findFirst().orElse("");
        char named = DelimiterDetector.named(firstLine);
        long skipped = named != 0 ? 1 : 0;
        String rest = named != 0
                ? begin.substring(Math.min(begin.length(), firstLine.length())).stripLeading()
                : begin;
        String heading =
                rest.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        BufferedReader reader = new BufferedReader(EncodingDetector.reader(content, encoding.charset()));
        try {
            skipMark(reader);
            if (named != 0) {
                reader.readLine();
            }
            skipped += skipEmptyLines(reader);
            return new CsvTable(
                    encoding,
                    new RecordLimitReader(reader),
                    named != 0 ? named : DelimiterDetector.of(heading),
                    skipped);
        } catch (IOException | RuntimeException failed) {
            reader.close();
            throw failed;
        }
    }

    @Override
    public List<String> heading() {
        return heading;
    }

    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public TextEncoding encoding() {
        return encoding;
    }

    @Override
    public Optional<TableRow> next() {
        while (ahead != null) {
            number++;
            long line = aheadLine;
            List<String> cells = cells(ahead);
            readAhead();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                boolean last = ahead == null && failure == null && !limit.endsWithLineEnd();
                return Optional.of(new TableRow(number, line, cells, last && cells.size() < heading.size()));
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }

    /** One row ahead, to know which is the last. A failure is reported when that row is requested. */
    private void readAhead() {
        aheadLine = linesBefore + parser.getCurrentLineNumber() + 1;
        ahead = null;
        try {
            if (records.hasNext()) {
                ahead = records.next();
                limit.recordRead();
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            failure = refused(broken, aheadLine);
        }
    }

    private static RuntimeException refused(RuntimeException broken, long line) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordLimitReader.RecordTooLongException) {
                return FileRefusal.of("row-too-long", "line", line, "most", RecordLimitReader.MAX_RECORD);
            }
        }
        return FileRefusal.of("csv-unreadable", "line", line);
    }

    private static List<String> cells(CSVRecord record) {
        return Stream.of(record.values()).map(CsvTable::text).toList();
    }

    /** Without surrounding blanks. Spreadsheets keep leading zeros by writing {@code ="0012"}; its text is 0012. */
    private static String text(String cell) {
        String text = cell.strip();
        boolean literal = text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"");
        return literal && text.indexOf('"', 2) == text.length() - 1 ? text.substring(2, text.length() - 1) : text;
    }

    private static String begin(FileContent content, TextEncoding encoding) throws IOException {
        try (BufferedReader reader = new BufferedReader(EncodingDetector.reader(content, encoding.charset()))) {
            skipMark(reader);
            char[] begin = new char[64 * 1024];
            int length = 0;
            for (int read = 0;
                    read >= 0 && length < begin.length;
                    read = reader.read(begin, length, begin.length - length)) {
                length += read;
            }
            return new String(begin, 0, length);
        }
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** Lines before the heading that have nothing on them. */
    private static long skipEmptyLines(BufferedReader reader) throws IOException {
        long skipped = 0;
        reader.mark(1);
        for (int next = reader.read(); next == '\n' || next == '\r'; next = reader.read()) {
            skipped += next == '\n' ? 1 : 0;
            reader.mark(1);
        }
        reader.reset();
        return skipped;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
