package nl.klimrek.standalone.hr;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * An export as CSV: UTF-8 with or without a byte-order mark, else Windows-1252 as older spreadsheets write it; commas,
 * semicolons or tabs.
 *
 * @param columns heading, without stray blanks
 * @param rows every row below it
 */
record ExportFile(List<String> columns, List<ExportRow> rows) {

    static ExportFile read(Path file) {
        String text = text(file);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<CSVRecord> lines = parser.getRecords();
            if (lines.size() < 2) {
                throw new NotPossible("There are no rows in " + file + ".");
            }
            List<String> columns = lines.get(0).stream().map(ExportFile::tidy).toList();
            List<ExportRow> rows = new ArrayList<>();
            lines.subList(1, lines.size()).forEach(line -> rows.add(row(rows.size() + 1, columns, line)));
            return new ExportFile(columns, List.copyOf(rows));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new NotPossible(file + " can not be read as CSV; often a quotation mark is missing.");
        }
    }

    private static ExportRow row(int number, List<String> columns, CSVRecord line) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            cells.put(columns.get(i), tidy(line.get(i)));
        }
        return new ExportRow(number, Map.copyOf(cells));
    }

    private static String tidy(String cell) {
        return cell.strip().replaceAll("\\s+", " ");
    }

    private static String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = decoded(bytes);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException away) {
            throw new NotPossible("There is no file " + file + " that can be read.");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException olderSpreadsheet) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** The sign that the heading has most of. */
    private static char delimiter(String text) {
        String heading = text.lines().findFirst().orElse("");
        char most = ',';
        for (char sign : new char[] {';', '\t'}) {
            if (count(heading, sign) > count(heading, most)) {
                most = sign;
            }
        }
        return most;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }
}
