package nl.klimrek.servicekit.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import org.junit.jupiter.api.Test;

class ImportJobTest {
    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final StoredFile FILE = new StoredFile("a:1", 3, 700_000, "digest");

    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void the_results_of_a_page_are_counted_once_when_two_instances_process_it() {
        ImportJob running = running(false);
        ImportJob counted = running.withResults(0, rows(1, 200), 200);
        ImportJob late = counted.withResults(0, rows(1, 200), 200);
        assertThat(counted.processed()).isEqualTo(200);
        assertThat(late).isEqualTo(counted);
        assertThat(counted.withResults(200, rows(201, 250), 250).counts()).isEqualTo(Map.of(RowOutcome.NEW, 250L));
    }

    @Test
    void results_after_the_end_of_an_import_change_nothing() {
        ImportJob done = running(false).done(NOW, NOW.plusSeconds(60), null);
        assertThat(done.withResults(0, rows(1, 200), 200)).isEqualTo(done);
    }

    @Test
    void faults_beyond_the_first_hundred_are_counted_but_not_kept() {
        List<RowResult> faulty = LongStream.rangeClosed(1, 150)
                .mapToObj(row -> RowResult.setAside(row, row + 1, List.of(new RowFault("email", "not-an-email", null))))
                .toList();
        ImportJob after = running(false).withResults(0, faulty, 150);
        assertThat(after.faults()).hasSize(ImportJob.MAX_FAULTS);
        assertThat(after.faults().get(99)).isEqualTo(new CellFault(100, 101, "email", "not-an-email", null));
        assertThat(after.count(RowOutcome.SET_ASIDE)).isEqualTo(150);
    }

    @Test
    void a_dry_run_is_applied_once_and_before_its_file_is_deleted() {
        ImportJob dryRun = running(true).done(NOW, NOW.plusSeconds(86_400), NOW.plusSeconds(3_600));
        assertThat(dryRun.applicable(NOW)).isTrue();
        assertThat(dryRun.applicable(NOW.plusSeconds(3_600))).isFalse();
        assertThat(dryRun.claimedBy("b", NOW.plusSeconds(3_600)).applicable(NOW))
                .isFalse();
        assertThat(dryRun.withoutFile().applicable(NOW)).isFalse();
        ImportJob applied = dryRun.applied("b", MessageContext.system("test"), NOW);
        assertThat(applied.file()).isEqualTo(FILE);
        assertThat(applied.status()).isEqualTo(ImportStatus.QUEUED);
        assertThat(applied.request().dryRun()).isFalse();
        assertThat(applied.processed()).isZero();
    }

    @Test
    void the_earlier_of_two_deletions_is_due_first() {
        ImportJob dryRun = running(true).done(NOW, NOW.plusSeconds(86_400), NOW.plusSeconds(3_600));
        assertThat(dryRun.due()).isEqualTo(NOW.plusSeconds(3_600));
        assertThat(dryRun.withoutFile().due()).isEqualTo(NOW.plusSeconds(86_400));
        assertThat(dryRun.withoutFile().withoutRows().due()).isNull();
        assertThat(running(false).due()).isNull();
    }

    @Test
    void a_stored_import_is_read_as_it_was() throws Exception {
        ImportJob job = running(true).withResults(0, rows(1, 3), 3);
        assertThat(json.readValue(json.writeValueAsString(job), ImportJob.class))
                .isEqualTo(job);
    }

    @Test
    void an_import_that_an_earlier_version_stored_is_read() throws Exception {
        ImportJob job = json.readValue("""
                {"id": "a", "organisation": "acme",
                 "request": {"source": "csv", "dryRun": true, "encoding": null, "columns": {"names": []},
                             "actor": "hella", "correlationId": "c", "traceparent": null},
                 "status": "REFUSED", "file": {"name": null, "parts": 0, "bytes": 7, "digest": "d"},
                 "format": "CSV", "encoding": "UTF-8", "encodingBasis": "VALID", "rows": 2, "cursor": 1,
                 "counts": {"SET_ASIDE": 1}, "pages": 1,
                 "faults": [{"row": 1, "line": 2, "column": "email", "code": "not-an-email", "value": null}],
                 "refusal": {"code": "rows-do-not-fit", "details": {}}, "startedAt": "2027-01-04T09:00:00Z",
                 "finishedAt": null, "keptUntil": null, "fileUntil": null, "appliedAs": null}""", ImportJob.class);
        assertThat(job.refusal()).isEqualTo(Refusal.of("rows-do-not-fit"));
        assertThat(job.file()).isEqualTo(new StoredFile(null, 0, 7, "d"));
        assertThat(job.faults()).containsExactly(new CellFault(1, 2, "email", "not-an-email", null));
    }

    @Test
    void a_postponed_import_runs_after_the_others_of_its_queue() {
        ImportQueue queue = ImportQueue.empty().with("a").with("b").postponed("a");
        assertThat(queue.waiting()).containsExactly("b", "a");
        assertThat(queue.postponed("unknown")).isEqualTo(queue);
    }

    private static ImportJob running(boolean dryRun) {
        ImportRequest request =
                ImportRequest.of("csv", dryRun, null, ColumnMapping.NONE, MessageContext.system("test"));
        return ImportJob.receiving(new Organisation("acme"), "a", request, NOW, NOW.plusSeconds(60))
                .received(FILE)
                .examined("CSV", "UTF-8", "VALID", 1_000);
    }

    private static List<RowResult> rows(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(row -> new RowResult(row, row + 1, RowOutcome.NEW, "p", List.of(), List.of(), null, Map.of()))
                .toList();
    }
}
