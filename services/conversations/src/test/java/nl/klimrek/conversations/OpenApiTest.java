package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

/** The service's OpenAPI shows each body as somebody may send it. */
class OpenApiTest {

    private static final List<Endpoint> WITH_BODY = Endpoint.all().stream().filter(one -> one.body().isPresent()).toList();

    @Test
    void every_body_that_is_sent_has_an_example_that_is_read_whole_and_found_in_order() throws IOException {
        ObjectMapper strict = RunningConversations.bean(ObjectMapper.class).copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Validator validator = RunningConversations.bean("defaultValidator", Validator.class);
        assertThat(WITH_BODY).hasSizeGreaterThan(35);
        for (Endpoint endpoint : WITH_BODY) {
            String example = OpenApi.example(endpoint);
            Class<?> body = endpoint.body().orElseThrow();
            if (body.isRecord()) {
                assertThat(validator.validate(strict.readValue(example, body))).as("%s", endpoint).isEmpty();
                assertThat(strict.readTree(example)).as("%s", endpoint).isNotEmpty();
            }
        }
    }

    @Test
    void no_example_stays_behind_when_its_endpoint_goes() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("description/examples.yaml")) {
            assertThat(new ObjectMapper(new YAMLFactory()).readTree(in).fieldNames()).toIterable()
                    .containsExactlyInAnyOrderElementsOf(WITH_BODY.stream().map(Endpoint::toString).toList());
        }
    }

    @Test
    void a_body_is_described_by_what_is_read_from_it_and_not_by_another_of_the_same_name() {
        Map<String, TreeSet<String>> different = new TreeMap<>();
        Map<String, Class<?>> named = new HashMap<>();
        WITH_BODY.stream().filter(one -> one.body().orElseThrow().isRecord()).forEach(endpoint -> {
            Class<?> body = endpoint.body().orElseThrow();
            String schema = OpenApi.schema(endpoint);
            if (named.putIfAbsent(schema, body) != null && named.get(schema) != body) {
                different.computeIfAbsent(schema, name -> new TreeSet<>()).add(body.getName());
            }
            assertThat(OpenApi.document().at("/components/schemas/" + schema + "/properties").fieldNames()).toIterable()
                    .as("%s of %s", schema, endpoint).containsAll(Arrays.stream(body.getRecordComponents())
                            .map(one -> one.getName()).collect(Collectors.toSet()));
        });
        assertThat(different).isEmpty();
    }
}
