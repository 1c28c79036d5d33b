package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the OpenAPI and AsyncAPI documents with the standard tools. */
class ApiDescriptionsIT {

    private static Path openApi;
    private static Path asyncApi;

    @BeforeAll
    static void fetch() throws IOException {
        openApi = saved("openapi.json");
        asyncApi = saved("asyncapi.json");
    }

    @Test
    void the_open_api_document_passes_redocly_s_recommended_rules() throws IOException {
        Npm.install();
        Npm.run(
                Npm.tool("redocly"),
                "lint",
                "--config",
                Npm.script("redocly.yaml"),
                "--max-problems",
                "1000",
                openApi.toString());
    }

    @Test
    void every_pattern_is_one_of_java_script_and_anchored() throws IOException {
        Npm.install();
        assertThat(Npm.run("node", Npm.script("patterns.mjs"), openApi.toString()))
                .contains("patterns");
    }

    @Test
    void the_async_api_document_is_read_by_its_official_parser() throws IOException {
        Npm.install();
        assertThat(Npm.run("node", Npm.script("asyncapi.mjs"), asyncApi.toString()))
                .contains("9 channels");
    }

    @Test
    void each_operation_has_a_name_that_becomes_a_method_and_a_sentence() throws IOException {
        Set<String> names = new HashSet<>();
        JsonNode paths = new ObjectMapper().readTree(openApi.toFile()).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getValue().path("operationId").asText();
                    assertThat(name).as(path.getKey()).matches("[a-z]+([A-Z][a-z0-9]+)+");
                    assertThat(names.add(name)).as(name + " is used once").isTrue();
                    assertThat(operation.getValue().path("summary").asText())
                            .as(name)
                            .matches("[A-Z][^\\n]{5,90}[^.]")
                            .doesNotContain("  ");
                }));
        assertThat(names).hasSizeGreaterThan(140);
    }

    private static Path saved(String name) throws IOException {
        RunningPlatform platform = RunningPlatform.shared();
        HttpResponse<String> answer =
                platform.untilAnswered(HttpRequest.newBuilder(URI.create(platform.url("/api/" + name))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Files.writeString(Path.of("target/" + name).toAbsolutePath(), answer.body());
    }
}
