package nl.klimrek.servicekit.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.imports.sample.ImportingService;
import nl.klimrek.servicekit.imports.store.ImportJobRepository;
import nl.klimrek.servicekit.imports.store.ImportNoteStore;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Imports survive stops, wait for each other, and leave nothing behind but their results. */
class ImportServiceIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int UNLIMITED = Integer.MAX_VALUE / 2;

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static EmbeddedMongo mongo;
    private static ConfigurableApplicationContext service;

    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        service = instance();
    }

    @AfterAll
    static void stop() {
        service.close();
        mongo.close();
        kafka.close();
    }

    @AfterEach
    void permitEverything() {
        ImportingService.PERMITTED.drainPermits();
        ImportingService.PERMITTED.release(UNLIMITED);
        ImportingService.clock = Clock.systemUTC();
    }

    @Test
    void an_import_that_was_stopped_goes_on_after_a_restart_and_every_row_has_its_result() throws IOException {
        permit(450);
        ImportJob job = receive("a", rows(1_000));
        await().atMost(LONG).until(() -> taken(job).size() >= 450);
        ImportJob halfway = find(job);
        assertThat(halfway.status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(halfway.rows()).isEqualTo(1_000);
        assertThat(halfway.processed()).isBetween(200L, 450L);
        Thread stopping = new Thread(service::close);
        stopping.start();
        ImportingService.PERMITTED.release(UNLIMITED);
        await().atMost(LONG).until(() -> !stopping.isAlive());
        ImportJob stopped = job;
        service = instance();
        ImportJob done = imports().await(stopped, LONG);
        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(done.counts()).isEqualTo(Map.of(RowOutcome.NEW, 1_000L));
        assertThat(taken(job))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(results(done))
                .isEqualTo(
                        IntStream.rangeClosed(1, 1_000).mapToObj(Long::valueOf).toList());
    }

    @Test
    void another_instance_takes_over_when_one_hangs() throws IOException {
        permit(250);
        ImportJob job = receive("b", rows(500));
        await().atMost(LONG).until(() -> taken(job).size() >= 250);
        ConfigurableApplicationContext other = instance();
        ImportingService.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        ImportingService.PERMITTED.release(UNLIMITED);
        ImportJob done = imports().await(job, LONG);
        assertThat(done.counts()).isEqualTo(Map.of(RowOutcome.NEW, 500L));
        assertThat(new HashSet<>(taken(job))).hasSize(500);
        assertThat(results(done)).hasSize(500);
        other.close();
    }

    @Test
    void two_files_of_one_organisation_are_imported_one_after_the_other_and_another_organisation_does_not_wait()
            throws IOException {
        permit(0);
        ImportJob first = receive("c1", rows(300));
        ImportJob second = receive("c2", rows(300));
        await().atMost(LONG).until(() -> find(first).status() == ImportStatus.RUNNING);
        assertThat(find(second).status()).isEqualTo(ImportStatus.QUEUED);
        assertThat(imports().ahead(find(second))).isEqualTo(1);
        ImportJob looked = imports()
                .receive(
                        new Organisation("other"),
                        UUID.randomUUID().toString(),
                        new ImportRequest(null, true, null, null, "hella", "c", null),
                        file(rows(10)),
                        file -> Map.of());
        assertThat(imports().await(looked, LONG).status()).isEqualTo(ImportStatus.DONE);
        ImportingService.PERMITTED.release(UNLIMITED);
        assertThat(imports().await(second, LONG).status()).isEqualTo(ImportStatus.DONE);
        List<String> order = ImportingService.TAKEN.stream()
                .map(line -> line.split(" ")[0])
                .filter(Set.of(first.id(), second.id())::contains)
                .toList();
        assertThat(order.lastIndexOf(first.id())).isLessThan(order.indexOf(second.id()));
        assertThat(imports().recent(organisation))
                .extracting(ImportJob::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void an_unavailable_store_delays_and_a_row_that_can_never_be_processed_is_set_aside() throws IOException {
        ImportingService.FAILING.put("name7", 2);
        ImportJob done = imports().await(receive("d", rows(20) + "impossible\n"), LONG);
        assertThat(done.counts()).isEqualTo(Map.of(RowOutcome.NEW, 20L, RowOutcome.SET_ASIDE, 1L));
        assertThat(done.faults())
                .extracting(fault -> fault.row() + " " + fault.code())
                .containsExactly("21 not-processed");
    }

    @Test
    void an_import_that_cannot_be_read_is_passed_over_with_an_alarm_and_runs_once_it_is_repaired() throws IOException {
        permit(0);
        ImportJob broken = receive("p1", rows(300));
        await().atMost(LONG).until(() -> find(broken).status() == ImportStatus.RUNNING);
        ImportJob next = receive("p2", rows(10));
        setStatus(broken, "NO_SUCH_STATUS");
        ImportingService.PERMITTED.release(UNLIMITED);
        assertThat(imports().await(next, LONG).counts()).isEqualTo(Map.of(RowOutcome.NEW, 10L));
        assertThat(service.getBean(MeterRegistry.class)
                        .counter("klimrek.imports.failures")
                        .count())
                .isPositive();
        setStatus(broken, "RUNNING");
        ImportingService.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        assertThat(imports().await(find(broken), LONG).counts()).isEqualTo(Map.of(RowOutcome.NEW, 300L));
    }

    @Test
    void the_file_is_deleted_when_its_import_is_done_refused_or_did_not_come_in_whole() throws IOException {
        imports().await(receive("e", rows(50)), LONG);
        ImportJob refused = imports().await(receive("f", "nothing\nx\n"), LONG);
        assertThat(refused.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(refused.refusal().code()).isEqualTo("csv-heading-invalid");
        InputStream breaking = new InputStream() {
            private int left = 600_000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("the connection broke");
                }
                left--;
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> imports().receive(organisation, "g", request(), breaking, file -> Map.of()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> receive("h", "name\n" + "x".repeat(3 << 20)))
                .isInstanceOf(RequestRefusedException.class);
        await().atMost(LONG).until(() -> stored().stream().noneMatch(name -> !name.contains(":rows")));
    }

    @Test
    void results_are_deleted_when_their_time_is_over_and_the_counts_stay() throws IOException {
        ImportJob done = imports().await(receive("i", rows(50)), LONG);
        ImportingService.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(91));
        await().atMost(LONG).until(() -> find(done).pages() == 0);
        assertThat(stored()).isEmpty();
        assertThat(find(done).counts()).isEqualTo(Map.of(RowOutcome.NEW, 50L));
    }

    @Test
    void a_repeated_request_finds_its_import_and_other_content_is_refused() throws IOException {
        ImportJob done = imports().await(receive("j", rows(5)), LONG);
        assertThat(receive("j", rows(5)).finishedAt()).isEqualTo(done.finishedAt());
        assertThatThrownBy(() -> receive("j", rows(6))).isInstanceOf(CommandKeyReusedException.class);
        assertThatThrownBy(() -> imports()
                        .receive(
                                organisation,
                                "j",
                                new ImportRequest(null, true, null, null, "hella", "c", null),
                                file(rows(5)),
                                file -> Map.of()))
                .isInstanceOf(CommandKeyReusedException.class);
        assertThat(taken(done)).hasSize(5);
    }

    @Test
    void a_dry_run_becomes_an_import_once_with_its_file_encoding_columns_and_notes() throws IOException {
        ColumnMapping names =
                new ColumnMapping(List.of(new ColumnMapping.Name("naam", "name"), new ColumnMapping.Name("x", "")));
        ImportRequest asked = ImportRequest.of("hr", true, "ISO-8859-15", names, MessageContext.system("test"));
        ImportJob looked = imports()
                .await(
                        imports()
                                .receive(
                                        organisation,
                                        "k",
                                        asked,
                                        new ByteArrayInputStream("naam;x\nZo\u00eb;1\nAda;2\n".getBytes("ISO-8859-15")),
                                        file -> Map.of("7", "ada")),
                        LONG);
        assertThat(looked.counts()).isEqualTo(Map.of(RowOutcome.NEW, 2L));
        permit(0);
        ImportJob begun = imports().apply(organisation, "k", "k2", MessageContext.system("test"));
        assertThat(service.getBean(ImportNoteStore.class).of(begun)).isEqualTo(Map.of("7", "ada"));
        assertThat(imports()
                        .apply(organisation, "k", "k2", MessageContext.system("test"))
                        .id())
                .isEqualTo("k2");
        assertThatThrownBy(() -> imports().apply(organisation, "k", "k3", MessageContext.system("test")))
                .hasMessageContaining("import-applied-already");
        ImportingService.PERMITTED.release(UNLIMITED);
        ImportJob done = imports().await(begun, LONG);
        assertThat(done.status() + " " + done.encoding() + " " + done.request().dryRun())
                .isEqualTo("DONE ISO-8859-15 false");
        assertThat(done.request().columns()).isEqualTo(names);
        assertThat(imports().rows(done, Set.of(), 0, 10))
                .extracting(RowResult::subject)
                .containsExactly("Zo\u00eb", "Ada");
        assertThat(taken(done)).hasSize(2);
        assertThat(imports()
                        .apply(organisation, "k", "k2", MessageContext.system("test"))
                        .status())
                .isEqualTo(ImportStatus.DONE);
        assertThatThrownBy(() -> imports().apply(organisation, "k2", "k4", MessageContext.system("test")))
                .hasMessageContaining("import-no-dry-run");
        assertThatThrownBy(() -> imports().apply(new Organisation("other"), "k", "k5", MessageContext.system("test")))
                .hasMessageContaining("import-unknown");
        await().atMost(LONG).until(() -> stored().stream().allMatch(name -> name.contains(":rows")));
    }

    @Test
    void the_file_of_a_dry_run_is_deleted_after_an_hour_unless_an_import_took_it_over() throws IOException {
        ImportRequest dry = new ImportRequest(null, true, null, null, "hella", "c", null);
        ImportJob looked =
                imports().await(imports().receive(organisation, "l", dry, file(rows(5)), file -> Map.of()), LONG);
        ImportJob used =
                imports().await(imports().receive(organisation, "m", dry, file(rows(400)), file -> Map.of()), LONG);
        ImportJob broken =
                imports().await(imports().receive(organisation, "n", dry, file(rows(5)), file -> Map.of()), LONG);
        ImportJobRepository jobs = service.getBean(ImportJobRepository.class);
        jobs.begin(jobs.change(broken, known -> known.claimedBy("n2", known.fileUntil()))
                .applied("n2", MessageContext.system("test"), find(broken).finishedAt()));
        assertThat(imports()
                        .await(imports().apply(organisation, used.id(), "m2", MessageContext.system("test")), LONG)
                        .counts())
                .isEqualTo(Map.of(RowOutcome.NEW, 400L));
        ImportingService.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        await().atMost(LONG).until(() -> stored().stream().allMatch(name -> name.contains(":rows")));
        await().atMost(LONG).until(() -> find(broken).fileUntil() == null);
        assertThatThrownBy(() -> imports().apply(organisation, looked.id(), "l2", MessageContext.system("test")))
                .hasMessageContaining("import-file-deleted");
        assertThatThrownBy(() -> imports().apply(organisation, looked.id(), "l2", MessageContext.system("test")))
                .hasMessageContaining("import-file-deleted");
        assertThat(imports()
                        .apply(organisation, "n", "n2", MessageContext.system("test"))
                        .refusal()
                        .code())
                .isEqualTo("file-not-received");
        assertThat(find(looked).counts()).as("what would have been stays").isEqualTo(Map.of(RowOutcome.NEW, 5L));
    }

    private ImportJob receive(String id, String csv) throws IOException {
        return imports().receive(organisation, id, request(), file(csv), file -> Map.of());
    }

    private static ImportRequest request() {
        return ImportRequest.of(null, false, null, ColumnMapping.NONE, MessageContext.system("test"));
    }

    private static InputStream file(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String rows(int count) {
        return "name\n"
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "name" + i + "\n")
                        .collect(Collectors.joining());
    }

    private static void permit(int rows) {
        ImportingService.PERMITTED.drainPermits();
        ImportingService.PERMITTED.release(rows);
    }

    private static List<String> taken(ImportJob job) {
        return List.copyOf(ImportingService.TAKEN).stream()
                .filter(line -> line.startsWith(job.id() + " "))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private static List<Long> results(ImportJob job) {
        return imports().rows(job, Set.of(), 0, 10_000).stream()
                .map(RowResult::row)
                .toList();
    }

    private static ImportJob find(ImportJob job) {
        return imports().find(job.owner(), job.id()).orElseThrow().state();
    }

    private void setStatus(ImportJob job, String status) {
        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            client.getDatabase("importing")
                    .getCollection("import_jobs")
                    .updateOne(
                            new Document("_id", Key.of(organisation, job.id()).value()),
                            new Document("$set", new Document("state.status", status))
                                    .append("$inc", new Document("version", 1L)));
        }
    }

    private List<String> stored() {
        try (MongoClient client = MongoClients.create(mongo.connectionString())) {
            return client
                    .getDatabase("importing")
                    .getCollection("import_parts")
                    .find()
                    .map(part -> part.getString("_id"))
                    .into(new ArrayList<>())
                    .stream()
                    .filter(id -> id.startsWith(organisation.value() + "/"))
                    .toList();
        }
    }

    private static ImportService imports() {
        return service.getBean(ImportService.class);
    }

    private static ConfigurableApplicationContext instance() {
        return ServiceLauncher.start(
                ImportingService.class,
                "importing",
                Map.of(
                        "server.port",
                        0,
                        "klimrek.eventing.declared-readers-only",
                        false,
                        "klimrek.imports.largest-file",
                        "2MB",
                        "klimrek.imports.lanes",
                        4,
                        "spring.data.mongodb.database",
                        "importing",
                        "spring.kafka.bootstrap-servers",
                        kafka.bootstrapServers(),
                        "spring.data.mongodb.uri",
                        mongo.connectionString()));
    }
}
