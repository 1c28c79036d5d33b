package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The service's OpenAPI shows each body as somebody may send it. */
class OpenApiIT {

    private static final List<Endpoint> WITH_BODY =
            Endpoint.all().stream().filter(one -> one.body().isPresent()).toList();

    @Test
    void every_body_that_is_sent_has_an_example_that_is_read_whole_and_found_in_order() throws IOException {
        ObjectMapper strict = ConversationsUnderTest.bean(ObjectMapper.class)
                .copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Validator validator = ConversationsUnderTest.bean("defaultValidator", Validator.class);
        assertThat(WITH_BODY).hasSizeGreaterThan(35);
        for (Endpoint endpoint : WITH_BODY) {
            String example = OpenApi.example(endpoint);
            Class<?> body = endpoint.body().orElseThrow();
            if (body.isRecord()) {
                assertThat(validator.validate(strict.readValue(example, body)))
                        .as("%s", endpoint)
                        .isEmpty();
                assertThat(strict.readTree(example)).as("%s", endpoint).isNotEmpty();
            }
        }
    }

    @Test
    void no_example_stays_behind_when_its_endpoint_goes() throws IOException {
        try (InputStream in = OpenApiIT.class.getResourceAsStream("examples.yaml")) {
            Set<String> examples = new TreeSet<>();
            new ObjectMapper(new YAMLFactory())
                    .readTree(in)
                    .fieldNames()
                    .forEachRemaining(name -> examples.add(name.replaceAll("^(\\S+ \\S+) .*", "$1")));
            assertThat(examples)
                    .isEqualTo(WITH_BODY.stream().map(Endpoint::toString).collect(Collectors.toSet()));
        }
    }

    /** Schemas go by simple names; two records of one name would be described as if they were the same. */
    @Test
    void no_two_things_that_are_sent_or_answered_share_a_name() {
        Set<Class<?>> described = new HashSet<>();
        Endpoint.all().forEach(endpoint -> {
            endpoint.body().ifPresent(body -> collect(body, described));
            collect(endpoint.handler().getReturnType().getGenericParameterType(), described);
        });
        assertThat(described)
                .extracting(Class::getSimpleName)
                .hasSizeGreaterThan(80)
                .doesNotHaveDuplicates();
    }

    private static void collect(Type type, Set<Class<?>> described) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, described));
        } else if (type instanceof Class<?> one && one.isRecord() && described.add(one)) {
            Arrays.stream(one.getRecordComponents()).forEach(part -> collect(part.getGenericType(), described));
        }
    }

    @Test
    void an_import_says_that_its_columns_can_be_renamed_and_which_files_it_takes() {
        JsonNode upload = ConversationsUnderTest.SERVICE
                .anonymous()
                .get("/v3/api-docs")
                .ok()
                .json()
                .path("paths")
                .path("/api/conversations/assessments/imports")
                .path("post");
        assertThat(upload.path("parameters").findValuesAsText("name")).contains("column", "encoding");
        assertThat(upload.path("requestBody").path("content").fieldNames())
                .toIterable()
                .contains("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
}
