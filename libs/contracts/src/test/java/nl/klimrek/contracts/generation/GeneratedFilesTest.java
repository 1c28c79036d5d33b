package nl.klimrek.contracts.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.EventContract;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The index and the schemas are what the event records say. After a change of a record, write them anew from the root:
 * {@code ./mvnw -pl libs/contracts test -Dtest=GeneratedFilesTest -Dklimrek.generate=true}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeneratedFilesTest {

    private static final String HINT =
            "%s is behind the event records; run: ./mvnw -pl libs/contracts test -Dtest=GeneratedFilesTest -Dklimrek.generate=true";
    private static final boolean GENERATE = Boolean.getBoolean("klimrek.generate");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path INDEX = RESOURCES.resolve("META-INF/klimrek/event-contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    @Test
    @Order(1)
    void the_index_names_every_record_with_a_contract() throws IOException {
        List<String> records = annotated().stream().map(Class::getName).sorted().toList();
        if (GENERATE) {
            Files.createDirectories(INDEX.getParent());
            Files.write(INDEX, records);
        }
        assertThat(Files.readAllLines(INDEX)).as(HINT, INDEX).isEqualTo(records);
    }

    @Test
    @Order(2)
    void every_schema_is_what_its_record_says() throws IOException {
        EventSchemas schemas = new EventSchemas();
        List<String> behind = new ArrayList<>();
        for (Class<? extends Record> event : annotated()) {
            Path file = RESOURCES.resolve("schemas/" + Contracts.typeOf(event) + ".json");
            JsonNode schema = schemas.of(event);
            if (GENERATE && !schema.equals(present(file))) {
                Files.writeString(file, PRETTY.writeValueAsString(schema) + "\n");
            }
            if (!schema.equals(present(file))) {
                behind.add(file.getFileName().toString());
            }
        }
        assertThat(behind).as(HINT, "schemas").isEmpty();
    }

    @Test
    void every_schema_is_of_a_record() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            annotated().stream().map(Contracts::typeOf).toList());
        }
    }

    private static JsonNode present(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.missingNode();
    }

    private static List<Class<? extends Record>> annotated() throws IOException {
        Path root = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(root.resolve("nl/klimrek/contracts"))) {
            return files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
                    .<Class<?>>map(GeneratedFilesTest::load)
                    .filter(type -> type.isAnnotationPresent(EventContract.class))
                    .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GeneratedFilesTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
