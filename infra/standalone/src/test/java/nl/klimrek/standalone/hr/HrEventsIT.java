package nl.klimrek.standalone.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.people.PeopleService;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.standalone.hr.HrRecordProducer.Run;
import nl.klimrek.standalone.hr.RowArrival.Fate;
import nl.klimrek.standalone.hr.export.ExportReader;
import nl.klimrek.standalone.hr.export.SentRow;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Exports against the real people service: each row ends in one place, and loading again changes nothing. */
class HrEventsIT {

    private static final Backend BACKEND = Backend.embedded();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static String portal;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startPeople() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKEND.bootstrapServers()))) {
            admin.createTopics(Stream.of(Topics.HR_EMPLOYEES, Topics.PEOPLE, Topics.DIRECTORY)
                            .map(topic -> TopicDefinition.of(topic).onSingleBroker())
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        Map<String, Object> overrides = new HashMap<>(TestTokens.properties());
        overrides.put("server.port", 0);
        overrides.put("spring.kafka.bootstrap-servers", BACKEND.bootstrapServers());
        overrides.put("spring.data.mongodb.uri", BACKEND.mongoUri());
        overrides.put("spring.data.mongodb.database", BACKEND.freshDatabase());
        overrides.put("klimrek.people.sources.hr-messy", "messy");
        overrides.put("klimrek.people.sources.hr-sample", "sample");
        overrides.put("klimrek.people.sources.hr-outcomes", "outcomes");
        overrides.put("klimrek.people.sources.hr-stops", "stops");
        ConfigurableApplicationContext people = PeopleService.start(overrides);
        portal = "http://localhost:" + people.getEnvironment().getProperty("local.server.port");
    }

    @Test
    void a_messy_export_ends_on_the_roster_or_in_quarantine_row_by_row() throws IOException {
        Path csv = Files.writeString(folder.resolve("messy.csv"), MessyExport.CSV);
        Path map = Files.writeString(folder.resolve("messy.yaml"), MessyExport.MAP);
        LoadSummary account = load("messy", csv, map);
        assertThat(account.addsUp()).isTrue();
        assertThat(account.arrivals())
                .extracting(RowArrival::fate)
                .containsExactly(Fate.WITH_MANAGER, Fate.LEFT, Fate.WITHOUT_MANAGER, Fate.QUARANTINED);
        assertThat(printed(account))
                .contains(
                        "row 3: 903 Eva Vos (nobody in the file is called \"Raad van Toezicht\")",
                        "row 4: 904 Piet Bos (INVALID_FIELD",
                        "The counts add up");
        assertThat(load("messy", csv, map)).isEqualTo(account);
    }

    @Test
    void the_real_sample_of_311_rows_adds_up_and_loading_it_twice_changes_nothing() {
        Path csv = rosters().resolve("hr-sample-311.csv");
        boolean there = Files.isReadable(csv);
        if (!there) {
            System.err.println("SKIPPED: the real HR sample is not at " + csv
                    + ", so nothing was tried on it; name its folder with -Dklimrek.rosters=DIR.");
        }
        assumeTrue(there, "the real HR sample is absent");
        Path map = root().resolve("infra/hr-maps/hr-sample-311.yaml");
        LoadSummary account = load("sample", csv, map);
        assertThat(printed(account)).contains("The counts add up");
        assertThat(List.of(
                        account.rows(),
                        account.employed(),
                        account.count(Fate.LEFT),
                        account.count(Fate.WITH_MANAGER),
                        account.count(Fate.WITHOUT_MANAGER),
                        account.count(Fate.QUARANTINED)))
                .containsExactly(311L, 207L, 104L, 163L, 44L, 0L);
        assertThat(account.arrivals().stream()
                        .filter(arrival -> arrival.fate() == Fate.WITHOUT_MANAGER)
                        .map(RowArrival::why)
                        .distinct())
                .hasSize(5)
                .allMatch(why -> why.startsWith("nobody in the file is called"));
        String summary = "{\"employed\":207,\"left\":104,\"withManager\":163,\"withoutManager\":44,\"quarantined\":0}";
        assertThat(people("sample").summary().toString()).isEqualTo(summary);
        assertThat(load("sample", csv, map)).isEqualTo(account);
        assertThat(people("sample").summary().toString()).isEqualTo(summary);
    }

    @Test
    void two_rows_of_one_person_and_a_short_row_are_set_aside_and_the_outcomes_add_up() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("two.csv"),
                "employeeNumber,effectiveAt,familyName,startDate,hoursPerWeek,team\n"
                        + "251,2026-01-01,Dubbel,2020-01-01,16,A\n251,2026-01-01,Dubbel,2021-01-01,20,A\n252,2026-01-01,Kort\n253,2026-01-01,Heel,2020-01-01,36,A\n");
        assertThat(outcomes("outcomes", csv)).isEqualTo(Map.of(RecordOutcome.NEW, 2L, RecordOutcome.SET_ASIDE, 2L));
        assertThat(outcomes("outcomes", csv))
                .isEqualTo(Map.of(RecordOutcome.UNCHANGED, 2L, RecordOutcome.SET_ASIDE, 2L));
        Path fewer = Files.writeString(
                folder.resolve("fewer.csv"),
                "employeeNumber,effectiveAt,familyName,startDate\n253,2026-02-01,Anders,2020-01-01\n");
        assertThat(outcomes("outcomes", fewer)).isEqualTo(Map.of(RecordOutcome.CHANGED, 1L));
        String person = people("outcomes")
                .byNumber("hr-outcomes", List.of("253"))
                .get(0)
                .path("person")
                .asText();
        assertThat(people("outcomes").person(person).path("team").asText())
                .as("a file changes only what it contains")
                .isEqualTo("a");
    }

    @Test
    void a_run_that_had_to_stop_goes_on_from_there() throws IOException {
        StringBuilder rows = new StringBuilder("employeeNumber,effectiveAt,familyName,startDate\n");
        for (int i = 1; i <= 1_500; i++) {
            rows.append(i).append(",2026-01-01,Naam,2020-01-01\n");
        }
        Path csv = Files.writeString(folder.resolve("long.csv"), rows);
        LoadState state = LoadState.of(csv, "stops", "hr-stops");
        state.note(1_400);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ExportReader export = ExportReader.open(csv, null, null, "hr-stops", TODAY)) {
            Run run = new Run(
                    "hr-stops",
                    state.batch(),
                    export.fields(),
                    Clock.systemUTC().instant());
            OutcomeTracker deliveries = new OutcomeTracker(people("stops"), "hr-stops", run.saidAt());
            try (HrRecordProducer away = new HrRecordProducer(
                    Map.of("bootstrap.servers", "localhost:1"),
                    "stops",
                    run,
                    Optional.empty(),
                    Duration.ofSeconds(1))) {
                ExportLoader loading = new ExportLoader(
                        export, away, deliveries, state, new PrintStream(said, true, StandardCharsets.UTF_8));
                assertThatThrownBy(() -> loading.load(new ProgressBar(System.out, false, "Processed", export.rows())))
                        .isInstanceOf(LoadInterruptedException.class)
                        .hasMessageContaining("1400 of 1500 rows are loaded");
            }
        }
        assertThat(outcomes("stops", csv)).isEqualTo(Map.of(RecordOutcome.NEW, 100L));
        assertThat(LoadState.of(csv, "stops", "hr-stops").rowsIn()).isZero();
    }

    private Map<RecordOutcome, Long> outcomes(String organisation, Path csv) {
        String source = "hr-" + organisation;
        LoadState state = LoadState.of(csv, organisation, source);
        try (ExportReader export = ExportReader.open(csv, null, null, source, TODAY)) {
            Run run = new Run(
                    source, state.batch(), export.fields(), Clock.systemUTC().instant());
            OutcomeTracker deliveries = new OutcomeTracker(people(organisation), source, run.saidAt());
            try (HrRecordProducer records = new HrRecordProducer(
                    Map.of("bootstrap.servers", BACKEND.bootstrapServers()),
                    organisation,
                    run,
                    Optional.empty(),
                    Duration.ofSeconds(30))) {
                new ExportLoader(export, records, deliveries, state, System.out)
                        .load(new ProgressBar(System.out, false, "Processed", export.rows()));
            }
            return deliveries.counts();
        }
    }

    private static LoadSummary load(String organisation, Path csv, Path map) {
        String source = "hr-" + organisation;
        LoadState state = LoadState.of(csv, organisation, source);
        try (ExportReader export = ExportReader.open(csv, map, null, source, TODAY)) {
            Run run = new Run(
                    source, state.batch(), export.fields(), Clock.systemUTC().instant());
            OutcomeTracker deliveries = new OutcomeTracker(people(organisation), source, run.saidAt());
            try (HrRecordProducer records = new HrRecordProducer(
                    Map.of("bootstrap.servers", BACKEND.bootstrapServers()),
                    organisation,
                    run,
                    Optional.empty(),
                    Duration.ofSeconds(30))) {
                List<SentRow> rows = new ExportLoader(export, records, deliveries, state, System.out)
                        .load(new ProgressBar(System.out, false, "Processed", export.rows()));
                RosterTracker arrivals = new RosterTracker(people(organisation), source, rows);
                await().atMost(Duration.ofSeconds(90)).until(arrivals::look, there -> there == rows.size());
                return new LoadSummary(rows.size(), arrivals.all());
            }
        }
    }

    private static PeopleClient people(String organisation) {
        return new PeopleClient(portal, () -> TestTokens.token("hella", organisation, Role.HR));
    }

    private static String printed(LoadSummary account) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        account.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static Path rosters() {
        String named = System.getProperty("klimrek.rosters", System.getenv("KLIMREK_ROSTERS"));
        return named != null ? Path.of(named) : root().resolveSibling("shared").resolve("rosters");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
