package nl.klimrek.contracts.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.TopicDefinition;
import org.junit.jupiter.api.Test;

/** What is in {@code released/} was published and never changes; what is in {@code schemas/} may have grown since. */
class ReleasedContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void no_message_breaks_what_was_released_of_it() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Class<? extends Record> contract : Contracts.ALL) {
            for (Path released : released(Contracts.typeOf(contract))) {
                List<String> breaks =
                        SchemaChanges.breaks(Shape.of(JSON.readTree(released.toFile())), current(contract));
                if (!breaks.isEmpty()) {
                    broken.add(sentence(contract, breaks));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_record_holds_what_its_schema_promises() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Class<? extends Record> contract : Contracts.ALL) {
            List<String> differences = RecordSchemaComparison.differences(contract, current(contract));
            if (!differences.isEmpty()) {
                broken.add(sentence(contract, differences));
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void what_was_released_is_of_a_message_that_there_still_is() throws IOException {
        try (Stream<Path> files = Files.list(Release.RELEASED)) {
            assertThat(files.map(file -> Release.typeOf(file.getFileName().toString()))
                            .distinct())
                    .isSubsetOf(Contracts.ALL.stream().map(Contracts::typeOf).toList());
        }
    }

    private static List<Path> released(String type) throws IOException {
        try (Stream<Path> files = Files.list(Release.RELEASED)) {
            return files.filter(file ->
                            Release.typeOf(file.getFileName().toString()).equals(type))
                    .toList();
        }
    }

    private static Shape current(Class<? extends Record> contract) throws IOException {
        try (InputStream schema = Contracts.schemaOf(Contracts.typeOf(contract))) {
            return Shape.of(JSON.readTree(schema));
        }
    }

    private static String sentence(Class<? extends Record> contract, List<String> breaks) {
        return BreakingChangeMessage.sentence(
                Contracts.typeOf(contract),
                breaks,
                TopicDefinition.of(Contracts.topicOf(contract)).readers());
    }
}
