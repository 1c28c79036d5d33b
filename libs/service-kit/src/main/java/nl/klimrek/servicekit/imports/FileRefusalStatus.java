package nl.klimrek.servicekit.imports;

import java.util.Optional;
import java.util.Set;
import nl.klimrek.servicekit.problem.RefusalStatus;
import org.springframework.http.HttpStatus;

/** Refusals of a whole file: the request cannot be carried out because of what was sent. */
final class FileRefusalStatus {

    private static final Set<String> CODES = Set.of(
            "file-empty",
            "file-not-text",
            "file-without-rows",
            "file-not-received",
            "encoding-doubtful",
            "encoding-wrong",
            "encoding-unknown",
            "encoding-contradicts",
            "csv-unreadable",
            "csv-heading-invalid",
            "column-not-in-file",
            "row-too-long",
            "rows-do-not-fit",
            "xlsx-unreadable",
            "xlsx-too-large",
            "xls-not-accepted");

    private FileRefusalStatus() {}

    static RefusalStatus statuses() {
        return code -> CODES.contains(code) ? Optional.of(HttpStatus.BAD_REQUEST) : Optional.empty();
    }
}
