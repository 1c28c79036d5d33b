package nl.klimrek.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.klimrek.people.person.RecordOutcome;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Good, faulty, repeated, late and hostile records in any mixture, through Kafka and in files over HTTP: as many have an outcome as came
 * in, and each is found on the roster or in quarantine. The seed of a run is in its name.
 */
class EveryRecordHasAnOutcomeIT {

    private static final int RECORDS = 60;
    private static final int FILES = 6;
    private static final int ROWS = 25;
    private static final String HEADING = "employeeNumber,effectiveAt,familyName,startDate,endDate,team,hoursPerWeek\n";

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final HrSystem system = new HrSystem(organisation);
    private final TestClient hr = PeopleUnderTest.hr(organisation);
    private final Map<String, List<String>> processed = new TreeMap<>();
    private final Map<String, Integer> setAside = new HashMap<>();
    private final List<String> gibberish = new ArrayList<>();
    private final List<Map<String, String>> good = new ArrayList<>();
    private final Map<String, String> contents = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 1201, 120_118})
    void every_record_from_the_bus_is_on_the_roster_or_in_quarantine(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < RECORDS; i++) {
            send(i, random);
        }
        int waiting = gibberish.size()
                + setAside.values().stream().mapToInt(Integer::intValue).sum();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(hr.get("/summary").json().path("quarantined").asInt()).isEqualTo(waiting);
            processed.forEach(
                    (number, ids) -> assertThat(recordsOf(number)).as(number).containsAll(ids));
        });
        setAside.forEach(
                (id, times) -> assertThat(hr.get("/quarantine/by-record?source=hr-" + organisation + "&record=" + id)
                                .json())
                        .as(id)
                        .hasSize(times));
        assertThat(originals()).containsAll(gibberish);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 1202, 120_218})
    void every_row_has_one_outcome_and_what_is_sent_again_changes_nothing(long seed) {
        Random random = new Random(seed);
        RosterFile records = new RosterFile(organisation);
        Map<RecordOutcome, Integer> outcomes = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            String row = i > 0 && random.nextInt(5) == 0 ? rows.get(random.nextInt(i)) : row(i, random);
            rows.add(row);
            if (random.nextInt(10) == 0) {
                records.nextFile();
            }
            RecordOutcome foretold = records.preview(row).outcome();
            RecordOutcome outcome = records.row(row).outcome();
            assertThat(outcome).as("row %d: %s", i, row).isEqualTo(foretold);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(RECORDS);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode summary = hr.get("/summary").json();
            assertThat(summary.path("quarantined").asInt())
                    .isLessThanOrEqualTo(outcomes.getOrDefault(RecordOutcome.SET_ASIDE, 0));
            assertThat(summary.path("employed").asInt() + summary.path("left").asInt())
                    .isEqualTo(employedNumbers(rows));
        });
        String last = row(RECORDS, random);
        records.nextFile().row(last);
        assertThat(records.nextFile().row(last).outcome()).isIn(RecordOutcome.UNCHANGED, RecordOutcome.SET_ASIDE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {12, 1203, 120_318})
    void every_row_of_files_over_http_has_the_outcome_that_was_foretold_and_is_found(long seed) {
        Random random = new Random(seed);
        List<String> sent = new ArrayList<>();
        Map<RecordOutcome, Long> outcomes = new EnumMap<>(RecordOutcome.class);
        for (int file = 0; file < FILES; file++) {
            List<String> rows = IntStream.range(0, ROWS)
                    .mapToObj(i -> sent.size() + i)
                    .map(i -> !sent.isEmpty() && random.nextInt(4) == 0
                            ? sent.get(random.nextInt(sent.size()))
                            : cells(i, random))
                    .toList();
            sent.addAll(rows);
            String csv = HEADING + String.join("\n", rows) + "\n";
            List<RecordOutcome> foretold = results(PeopleUnderTest.importing(hr, "?limit=7", csv)).stream()
                    .map(EveryRecordHasAnOutcomeIT::outcome)
                    .toList();
            HttpAnswer done = PeopleUnderTest.importing(hr, "?dryRun=false&limit=7", csv);
            List<JsonNode> results = results(done);
            assertThat(results)
                    .extracting(row -> row.path("row").asInt())
                    .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
            assertThat(results).extracting(EveryRecordHasAnOutcomeIT::outcome).isEqualTo(foretold);
            Map<RecordOutcome, Long> counted = results.stream()
                    .collect(Collectors.groupingBy(EveryRecordHasAnOutcomeIT::outcome, Collectors.counting()));
            EnumSet.allOf(RecordOutcome.class)
                    .forEach(outcome -> assertThat(done.json()
                                    .path("counts")
                                    .path(outcome.name())
                                    .asLong())
                            .as(outcome.name())
                            .isEqualTo(counted.getOrDefault(outcome, 0L)));
            counted.forEach((outcome, rowsOfIt) -> outcomes.merge(outcome, rowsOfIt, Long::sum));
            for (int i = 0; i < ROWS; i++) {
                found(rows.get(i), results.get(i));
            }
        }
        assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum())
                .as("in = out: %s", outcomes)
                .isEqualTo(sent.size());
        assertThat(outcomes)
                .containsKeys(
                        RecordOutcome.NEW,
                        RecordOutcome.CHANGED,
                        RecordOutcome.UNCHANGED,
                        RecordOutcome.ANNOUNCED,
                        RecordOutcome.SET_ASIDE);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode summary = hr.get("/summary").json();
            assertThat(summary.path("employed").asLong() + summary.path("left").asLong())
                    .isEqualTo(outcomes.get(RecordOutcome.NEW));
        });
        assertThat(hr.get("/announced?limit=200").json().path("items"))
                .as("future starters")
                .hasSize((int) sent.stream()
                        .filter(row -> row.startsWith("S"))
                        .distinct()
                        .count());
    }

    /** On the roster, or in quarantine. */
    private void found(String row, JsonNode result) {
        if (outcome(result) != RecordOutcome.SET_ASIDE) {
            assertThat(hr.get("/" + result.path("person").asText()).status())
                    .as(row)
                    .isEqualTo(200);
        } else if (row.startsWith("F")) {
            assertThat(hr.get("/quarantine/" + result.at("/details/quarantine").asText())
                            .text("/original"))
                    .as(row)
                    .contains(row.split(",")[0]);
        } else {
            assertThat(result.at("/details/quarantine").asText()).as(row).isNotEmpty();
        }
    }

    private static RecordOutcome outcome(JsonNode row) {
        return RecordOutcome.valueOf(row.path("outcome").asText());
    }

    /** The rows of every page. */
    private List<JsonNode> results(HttpAnswer first) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode page = first.json().path("results");
        page.path("items").forEach(rows::add);
        while (page.hasNonNull("next")) {
            page = hr.get("/imports/" + first.text("/id") + "?limit=7&after="
                            + page.path("next").asText())
                    .json()
                    .path("results");
            page.path("items").forEach(rows::add);
        }
        return rows;
    }

    private static String cells(int i, Random random) {
        String number = "R" + random.nextInt(12) + ",2026-01-0" + (1 + random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0 -> "S" + i + ",2026-01-01,Straks,2098-01-01,,,";
            case 1 -> "F" + i + ",2026-01-01,Fout,gisteren,,,";
            case 2 -> "F" + i + ",2026-01-01,Kort";
            case 3 -> "F" + i + ",2026-01-01,=cmd|' /C calc'!A0,2020-01-01,,T1,\u221e";
            case 4 -> number + ",Weg,2020-01-01,2025-01-01,,";
            case 5 -> "R" + random.nextInt(12) + ",2019-01-01,Laat,2020-01-01,,T9,8";
            default -> number + ",Naam,2020-01-01,,T" + random.nextInt(3) + "," + random.nextInt(40);
        };
    }

    private void send(int i, Random random) {
        String number = "P" + random.nextInt(12);
        switch (random.nextInt(8)) {
            case 0, 1 ->
                process(
                        system.attributes(HrSystem.UPSERTED, number),
                        number,
                        HrSystem.person(number, "2026-01-01", "\"team\":\"T" + i + "\""));
            case 2 -> again(random);
            case 3 -> late(number, i);
            case 4 ->
                process(
                        system.attributes(HrSystem.UPSERTED, "S" + i),
                        "S" + i,
                        HrSystem.person("S" + i, "2026-01-01").replace("2024-03-01", "2098-01-01"));
            case 5 ->
                quarantine(
                        faulty(i, random),
                        HrSystem.person(
                                "F" + i,
                                "2026-01-01",
                                random.nextBoolean() ? "\"email\":\"geen\"" : "\"hoursPerWeek\":\"36\""));
            case 6 -> {
                Map<String, String> attributes = faulty(i, random);
                attributes.put(random.nextBoolean() ? "organisation" : "type", "elsewhere");
                quarantine(attributes, HrSystem.person("F" + i, "2026-01-01"));
            }
            default -> {
                gibberish.add("gibberish " + i + " \u0000 {");
                system.sendBare(organisation + "/" + i, gibberish.get(gibberish.size() - 1));
            }
        }
    }

    private void process(Map<String, String> attributes, String number, String data) {
        system.send(attributes, data);
        good.add(attributes);
        contents.put(attributes.get("id"), data);
        processed.computeIfAbsent(number, known -> new ArrayList<>()).add(attributes.get("id"));
    }

    private void again(Random random) {
        if (!good.isEmpty()) {
            Map<String, String> attributes = good.get(random.nextInt(good.size()));
            system.send(attributes, contents.get(attributes.get("id")));
        }
    }

    private void late(String number, int i) {
        Map<String, String> attributes = system.attributes(HrSystem.UPSERTED, number);
        attributes.put("time", "2020-01-01T00:00:" + (10 + i % 50) + "Z");
        process(attributes, number, HrSystem.person(number, "2019-01-01", "\"team\":\"Late" + i + "\""));
    }

    /** Of a number of its own, often under an id that another record has. */
    private Map<String, String> faulty(int i, Random random) {
        Map<String, String> attributes = new LinkedHashMap<>(system.attributes(HrSystem.UPSERTED, "F" + i));
        if (random.nextBoolean() && !good.isEmpty()) {
            attributes.put("id", good.get(random.nextInt(good.size())).get("id"));
        }
        return attributes;
    }

    private void quarantine(Map<String, String> attributes, String data) {
        system.send(attributes, data);
        setAside.merge(attributes.get("id"), 1, Integer::sum);
    }

    private static String row(int i, Random random) {
        String number = "'employeeNumber':'R" + random.nextInt(12) + "','effectiveAt':'2026-01-0"
                + (1 + random.nextInt(3)) + "',";
        return switch (random.nextInt(6)) {
            case 0 ->
                "'employeeNumber':'S" + i
                        + "','effectiveAt':'2026-01-01','familyName':'Straks','startDate':'2098-01-01'";
            case 1 ->
                "'employeeNumber':'F" + i + "','effectiveAt':'2026-01-01','familyName':'Fout','startDate':'gisteren'";
            case 2 -> number + "'familyName':'Deel','startDate':'2020-01-01'";
            case 3 -> number + "'familyName':'Weg','startDate':'2020-01-01','endDate':'2025-01-01'";
            default ->
                number + "'familyName':'Naam','startDate':'2020-01-01','team':'T" + random.nextInt(3)
                        + "','hoursPerWeek':" + random.nextInt(40);
        };
    }

    private static int employedNumbers(List<String> rows) {
        return (int) rows.stream()
                .map(row -> row.substring(0, row.indexOf(',')))
                .filter(number -> number.contains("'R"))
                .distinct()
                .count();
    }

    private List<String> recordsOf(String number) {
        List<String> ids = new ArrayList<>();
        hr.get("/by-number?source=hr-" + organisation + "&number=" + number)
                .json()
                .at("/0/records")
                .forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private List<String> originals() {
        return StreamSupport.stream(
                        hr.get("/quarantine?limit=200").json().path("items").spliterator(), false)
                .map(item -> item.path("original").asText())
                .toList();
    }
}
