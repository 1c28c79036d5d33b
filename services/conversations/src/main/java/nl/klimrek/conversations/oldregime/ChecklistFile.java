package nl.klimrek.conversations.oldregime;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.csv.CsvText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte-order mark, separated by commas or semicolons). The columns
 * {@code employee}, {@code counterpart}, {@code heldOn} and {@code form} must be there; every other column is content,
 * under the name the old form gave it. What can not be read as such is refused whole: {@code csv-not-utf-8},
 * {@code csv-unreadable}, {@code csv-heading-invalid}.
 *
 * @param heading names of the columns
 * @param lines every record below the heading
 */
record ChecklistFile(List<String> heading, List<Line> lines) {

    static final List<String> REQUIRED = List.of("employee", "counterpart", "heldOn", "form");

    /** @param number line in the file, the heading is 1 */
    record Line(long number, List<String> cells) {}

    static ChecklistFile read(byte[] bytes) {
        CsvText csv = CsvText.of(bytes);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(csv.delimiter()).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv.text()), format)) {
            List<String> heading = null;
            List<Line> lines = new ArrayList<>();
            long end = 0;
            for (CSVRecord record : parser) {
                if (heading == null) {
                    heading = heading(record.stream().map(String::strip).toList());
                } else {
                    lines.add(new Line(end + 1, record.stream().map(String::strip).toList()));
                }
                end = parser.getCurrentLineNumber();
            }
            return new ChecklistFile(heading == null ? heading(List.of()) : heading, List.copyOf(lines));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new RefusedException(Refusal.of("csv-unreadable"));
        }
    }

    private static List<String> heading(List<String> names) {
        Set<String> different = new HashSet<>(names);
        boolean content = different.size() > REQUIRED.size();
        if (!different.containsAll(REQUIRED) || different.size() < names.size() || different.contains("") || !content) {
            throw new RefusedException(Refusal.of("csv-heading-invalid", "required", String.join(", ", REQUIRED)));
        }
        return names;
    }
}
