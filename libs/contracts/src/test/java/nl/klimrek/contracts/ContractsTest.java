package nl.klimrek.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final ObjectMapper JSON = ContractJson.mapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Class<? extends Record>> contracts() {
        return Contracts.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_released_sample_is_valid_and_survives_reading_and_writing(Class<? extends Record> contract)
            throws IOException {
        List<Path> samples = samplesOf(contract);
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            String released = Files.readString(sample);
            assertThat(errors(contract, released)).as(sample.toString()).isEmpty();

            String rewritten = JSON.writeValueAsString(JSON.readValue(released, contract));
            assertThat(errors(contract, rewritten)).isEmpty();
            JsonNode before = JSON.readTree(released);
            JsonNode after = JSON.readTree(rewritten);
            before.fieldNames()
                    .forEachRemaining(
                            name -> assertThat(after.get(name)).as(name).isEqualTo(before.get(name)));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_field_is_in_a_sample(Class<? extends Record> contract) throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path sample : samplesOf(contract)) {
            JSON.readTree(sample.toFile()).fieldNames().forEachRemaining(shown::add);
        }
        assertThat(shown)
                .containsAll(Stream.of(contract.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void what_is_newer_than_the_reader_is_read_past(Class<? extends Record> contract) throws IOException {
        for (Path sample : samplesOf(contract)) {
            ObjectNode newer = (ObjectNode) JSON.readTree(sample.toFile());
            newer.put("addedLater", "by a newer version");
            newer.putObject("addedLaterToo").put("nested", true);
            assertThat(JSON.treeToValue(newer, contract)).isEqualTo(JSON.readValue(sample.toFile(), contract));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_missing_required_field_is_refused_by_the_schema(Class<? extends Record> contract) throws IOException {
        JsonNode schema = JSON.readTree(Contracts.schemaOf(Contracts.typeOf(contract)));
        ObjectNode sample =
                (ObjectNode) JSON.readTree(samplesOf(contract).get(0).toFile());
        for (JsonNode required : schema.get("required")) {
            ObjectNode incomplete = sample.deepCopy();
            incomplete.remove(required.asText());
            assertThat(errors(contract, incomplete.toString()))
                    .as(required.asText())
                    .isNotEmpty();
        }
    }

    @Test
    void schema_fields_and_record_components_are_the_same() throws IOException {
        for (Class<? extends Record> contract : Contracts.ALL) {
            Set<String> components = Stream.of(contract.getRecordComponents())
                    .map(c -> c.getName())
                    .collect(Collectors.toSet());
            Set<String> fields =
                    JSON
                            .readTree(Contracts.schemaOf(Contracts.typeOf(contract)))
                            .get("properties")
                            .properties()
                            .stream()
                            .map(e -> e.getKey())
                            .collect(Collectors.toSet());
            assertThat(fields).as(contract.getSimpleName()).isEqualTo(components);
        }
    }

    @Test
    void a_released_schema_or_sample_never_changes() throws Exception {
        List<String> released = Files.readAllLines(RESOURCES.resolve("released.sha256"));
        assertThat(released).isNotEmpty();
        for (String line : released) {
            String[] parts = line.split("  ", 2);
            byte[] content = Files.readAllBytes(RESOURCES.resolve(parts[1]));
            String actual = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(actual)
                    .as("%s is released and may not change; release a new version beside it", parts[1])
                    .isEqualTo(parts[0]);
        }
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            Set<String> present = files.filter(p -> p.toString().endsWith(".json"))
                    .map(p -> RESOURCES.relativize(p).toString())
                    .filter(name -> !mayGrow(name))
                    .collect(Collectors.toSet());
            assertThat(released.stream().map(l -> l.split("  ", 2)[1])).containsExactlyInAnyOrderElementsOf(present);
        }
    }

    @Test
    void every_topic_is_declared_with_its_owner_and_readers() {
        List<TopicDefinition> topics = TopicDefinition.all();
        assertThat(topics).extracting(TopicDefinition::name).isEqualTo(TopicDefinition.names());
        assertThat(topics).allSatisfy(t -> {
            assertThat(t.owner()).isNotBlank();
            assertThat(t.partitions()).isPositive();
        });
    }

    @Test
    void every_declared_topic_carries_an_event_and_every_named_one_is_declared() throws Exception {
        Set<String> declared;
        try (Stream<Path> files = Files.list(Path.of("../../infra/topics"))) {
            declared = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toSet());
        }
        List<String> named = new ArrayList<>();
        for (Field field : Topics.class.getFields()) {
            named.add((String) field.get(null));
        }
        assertThat(declared)
                .containsExactlyInAnyOrderElementsOf(TopicDefinition.names())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void every_topic_is_kept_unpacked_so_that_what_is_small_only_while_packed_is_refused() {
        assertThat(DeclaredTopic.onCluster())
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("compression.type", "uncompressed")
                        .containsEntry("max.message.bytes", "1048588"));
        assertThat(TopicDefinition.of(Topics.DIRECTORY).settings())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
        assertThat(TopicDefinition.of(Topics.JOURNAL_CHECKPOINTS).settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void what_a_cluster_acknowledges_has_two_copies_of_three_on_every_topic() {
        assertThat(DeclaredTopic.onCluster()).allSatisfy(topic -> {
            assertThat(topic.replicas()).isEqualTo(3);
            assertThat(topic.settings())
                    .containsEntry("min.insync.replicas", "2")
                    .containsEntry("unclean.leader.election.enable", "false");
        });
    }

    @Test
    void every_reader_has_a_declared_dead_letter_and_retry_topic() {
        List<String> names =
                DeclaredTopic.onCluster().stream().map(DeclaredTopic::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        TopicDefinition.all()
                .forEach(topic -> topic.readers()
                        .forEach(reader -> assertThat(names)
                                .contains(
                                        TopicDefinition.deadLetters(topic.name(), reader),
                                        TopicDefinition.retries(reader))));
    }

    @Test
    void a_deletion_stays_readable_for_a_year() {
        assertThat(TopicDefinition.of(Topics.DIRECTORY).settings())
                .containsEntry(
                        "delete.retention.ms",
                        Long.toString(Duration.ofDays(365).toMillis()));
    }

    @Test
    void a_single_broker_has_one_copy_and_few_partitions_and_everything_else_as_declared() {
        TopicDefinition cluster = TopicDefinition.of(Topics.PEOPLE);
        TopicDefinition single = cluster.onSingleBroker();
        assertThat(single.replicas()).isEqualTo(1);
        assertThat(single.partitions()).isEqualTo(4).isLessThan(cluster.partitions());
        assertThat(single.settings()).containsEntry("min.insync.replicas", "1");
        assertThat(single.settings().get("retention.ms"))
                .isEqualTo(cluster.settings().get("retention.ms"));
    }

    @Test
    void only_the_directory_and_the_inbound_topic_have_room_for_a_word() throws IOException {
        for (Class<? extends Record> contract : Contracts.ALL) {
            String topic = Contracts.topicOf(contract);
            if (topic.equals(Topics.DIRECTORY) || topic.equals(Topics.HR_EMPLOYEES)) {
                continue;
            }
            try (InputStream in = Contracts.schemaOf(Contracts.typeOf(contract))) {
                String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                JSON.readTree(schema).get("properties").properties().forEach(field -> {
                    JsonNode shape = field.getValue();
                    if ("string".equals(shape.path("type").asText())) {
                        assertThat(shape.has("pattern") || shape.has("format"))
                                .as("%s.%s is a coded string", contract.getSimpleName(), field.getKey())
                                .isTrue();
                    }
                });
            }
        }
    }

    /** A schema of which a copy was released may become its next minor version; ReleasedContractsTest holds what that may be. */
    private static boolean mayGrow(String name) {
        return name.startsWith("schemas/")
                && Files.exists(RESOURCES.resolve(
                        "released/" + name.substring("schemas/".length()).replaceFirst("\\.json$", ".0.json")));
    }

    private static List<Path> samplesOf(Class<? extends Record> contract) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("samples").resolve(Contracts.typeOf(contract)))) {
            return files.sorted().toList();
        }
    }

    private static List<String> errors(Class<? extends Record> contract, String json) {
        Schema schema = SCHEMAS.getSchema(Contracts.schemaOf(Contracts.typeOf(contract)));
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
