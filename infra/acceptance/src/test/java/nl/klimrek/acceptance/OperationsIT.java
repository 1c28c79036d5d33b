package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the portal's README names the page of every API operation. */
class OperationsIT {
    private static final Pattern ROW =
            Pattern.compile("\\| `((?:GET|POST|PUT|PATCH|DELETE) /api/[^`]+)` \\| (.+?) \\| (.+?) \\|");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void every_operation_has_its_page_in_the_portal_s_list() throws IOException {
        JsonNode api = new ObjectMapper()
                .readTree(RunningPlatform.shared()
                        .send(HttpRequest.newBuilder(
                                URI.create(RunningPlatform.shared().url("/api/openapi.json"))))
                        .body());
        Set<String> offered = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        offered.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        Set<String> listed = new TreeSet<>();
        for (String line : list()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(row.group(1));
                assertThat(row.group(2)).as(line).matches("–|(`/[^`]*`(, )?)+");
                assertThat(row.group(3)).as(line).isNotBlank();
            }
        }
        assertThat(listed).isEqualTo(offered);
    }

    private static List<String> list() throws IOException {
        return Files.readAllLines(Command.ROOT.resolve("services/portal/operations.md"));
    }
}
