package nl.klimrek.servicekit.imports.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.tabular.Table;
import nl.klimrek.servicekit.tabular.TableRow;

/**
 * Reads a file to its end before anything changes: whether it can be read, and how many rows it has. A file with thousands
 * of faulty rows that are more than half of it is refused whole with {@code rows-do-not-fit}, because setting each row
 * aside would help nobody.
 */
final class FilePrecheck {

    static final int MAX_FAULTY = 10_000;

    private FilePrecheck() {}

    /** Counts the rows. */
    static long rows(Table table, RowReader reader) {
        long rows = 0;
        long faulty = 0;
        Map<String, Long> codes = new LinkedHashMap<>();
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            rows++;
            List<RowFault> faults = reader.check(row.get());
            if (!faults.isEmpty()) {
                faulty++;
                String code = faults.get(0).column() + ": " + faults.get(0).code();
                if (codes.size() < 20 || codes.containsKey(code)) {
                    codes.merge(code, 1L, Long::sum);
                }
            }
        }
        if (rows == 0) {
            throw new RefusedException(Refusal.of("file-without-rows"));
        }
        if (faulty > MAX_FAULTY && faulty * 2 > rows) {
            String most = codes.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            throw new RefusedException(Refusal.of("rows-do-not-fit", "rows", rows, "faulty", faulty, "mostly", most));
        }
        return rows;
    }
}
