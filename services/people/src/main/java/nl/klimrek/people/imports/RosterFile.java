package nl.klimrek.people.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.csv.CsvText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte-order mark, separated by commas or semicolons) whose columns are
 * named after the fields of {@code nl.klimrek.hr.employee.upserted.v1}. A file that can not be read as such is refused
 * whole: {@code csv-not-utf-8}, {@code csv-unreadable}, {@code csv-heading-invalid}.
 *
 * @param rows every row below the heading
 */
record RosterFile(List<RosterRow> rows) {

    private static final Set<String> KNOWN = Arrays.stream(EmployeeUpserted.class.getRecordComponents())
            .map(component -> component.getName()).collect(Collectors.toUnmodifiableSet());
    private static final List<String> REQUIRED = List.of("employeeNumber", "effectiveAt", "familyName", "startDate");

    static RosterFile read(byte[] bytes) {
        CsvText csv = CsvText.of(bytes);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(csv.delimiter()).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv.text()), format)) {
            List<CSVRecord> lines = parser.getRecords();
            List<String> heading = heading(lines);
            List<RosterRow> rows = new ArrayList<>();
            for (CSVRecord line : lines.subList(1, lines.size())) {
                rows.add(RosterRow.of(rows.size() + 1, heading, line.toList()));
            }
            return new RosterFile(List.copyOf(rows));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new RefusedException(Refusal.of("csv-unreadable"));
        }
    }

    private static List<String> heading(List<CSVRecord> lines) {
        List<String> heading = lines.isEmpty() ? List.of() : lines.get(0).stream().map(String::strip).toList();
        List<String> missing = REQUIRED.stream().filter(column -> !heading.contains(column)).toList();
        long unknown = heading.stream().filter(column -> !KNOWN.contains(column)).count();
        if (!missing.isEmpty() || unknown > 0 || Set.copyOf(heading).size() < heading.size()) {
            throw new RefusedException(Refusal.of("csv-heading-invalid",
                    "missing", String.join(", ", missing), "unknown", unknown,
                    "known", KNOWN.stream().sorted().collect(Collectors.joining(", "))));
        }
        return heading;
    }
}
