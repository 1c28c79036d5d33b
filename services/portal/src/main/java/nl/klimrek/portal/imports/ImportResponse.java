package nl.klimrek.portal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.services.ServiceClient.Rows;

/** An import as the services answer it. */
record ImportResponse(
        String id,
        boolean dryRun,
        String status,
        Integer ahead,
        Instant startedAt,
        Instant finishedAt,
        String format,
        String encoding,
        Long rows,
        Progress progress,
        Map<String, Long> counts,
        Problem problem,
        Instant applicableUntil,
        Rows<Row> results) {

    record Progress(long done, Long total) {}

    record Problem(String code, String title, String detail, JsonNode details) {}

    record Row(
            long row,
            long line,
            String outcome,
            String person,
            List<Change> changes,
            List<CellError> errors,
            String explanation) {}

    record Change(String field, Object before, Object after) {}

    record CellError(long line, String column, String value, String message) {}

    boolean running() {
        return "RECEIVING".equals(status) || "QUEUED".equals(status) || "RUNNING".equals(status);
    }
}
