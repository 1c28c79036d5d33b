package nl.klimrek.servicekit.imports.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowResult;

/** The results of rows, stored in pages in the order of the file. */
public final class RowResultStore {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();
    private static final TypeReference<List<RowResult>> ROWS = new TypeReference<>() {};

    private final ImportPartStore parts;

    public RowResultStore(ImportPartStore parts) {
        this.parts = parts;
    }

    /** Stores the next page. Only a dry run keeps values. */
    public void store(ImportJob job, List<RowResult> results) {
        List<RowResult> kept = job.request().dryRun()
                ? results
                : results.stream().map(RowResult::withoutValues).toList();
        try {
            byte[] bytes = JSON.writeValueAsBytes(kept);
            parts.put(job.owner(), name(job), job.pages(), bytes, bytes.length);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Results in the order of the file.
     *
     * @param outcomes only rows with these outcomes; all when empty
     * @param after number of the row before the first one; 0 for the beginning
     * @param most maximum number of rows
     */
    public List<RowResult> rows(ImportJob job, Set<RowOutcome> outcomes, long after, int most) {
        List<RowResult> found = new ArrayList<>();
        for (int page = firstPage(job, after); page < job.pages() && found.size() < most; page++) {
            page(job, page).stream()
                    .filter(row -> row.row() > after)
                    .filter(row -> outcomes.isEmpty() || outcomes.contains(row.outcome()))
                    .limit(most - (long) found.size())
                    .forEach(found::add);
        }
        return found;
    }

    public void delete(ImportJob job) {
        parts.delete(job.owner(), name(job), job.pages());
    }

    /** Finds the page of the row after this one by bisection. */
    private int firstPage(ImportJob job, long after) {
        int low = 0;
        int high = after == 0 ? 0 : job.pages();
        while (low < high) {
            int middle = (low + high) / 2;
            List<RowResult> rows = page(job, middle);
            if (rows.isEmpty() || rows.get(rows.size() - 1).row() <= after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<RowResult> page(ImportJob job, int number) {
        return parts.get(job.owner(), name(job), number)
                .map(bytes -> {
                    try {
                        return JSON.readValue(bytes, ROWS);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                })
                .orElse(List.of());
    }

    private static String name(ImportJob job) {
        return job.id() + ":rows";
    }
}
