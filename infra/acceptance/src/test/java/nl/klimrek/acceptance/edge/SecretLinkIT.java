package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A calendar feed's link is secret: the platform logs no variant of it. */
class SecretLinkIT {

    private final EdgePlatform edge = EdgePlatform.shared();

    @Test
    void a_mistyped_calendar_link_is_in_no_log() throws IOException {
        String gijs = edge.tokenOf("gijs", "EMPLOYEE");
        String link = await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> edge.ok("POST", "/api/conversations/calendar", gijs, null)
                                .path("link")
                                .asText(),
                        found -> !found.isEmpty());
        String path = URI.create(link).getPath();
        String secret = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        assertThat(edge.send("GET", path, null, null, null).statusCode())
                .as("the link itself")
                .isEqualTo(200);
        String bare = path.substring(0, path.length() - ".ics".length());
        for (String mistyped : List.of(
                bare,
                bare + "/",
                path + "/",
                bare + ".ICS",
                path + "x",
                path + "%20",
                bare + ";x=1.ics",
                path + "?x=%7C")) {
            for (String method : List.of("GET", "POST", "DELETE", "PROPFIND")) {
                edge.send(method, mistyped, null, null, null);
                edge.send(method, mistyped, gijs, null, null);
            }
        }
        edge.platform.get("/api/journal/verify", edge.platform.token("auditor"));
        assertThat(logs()).as("something is logged").isNotEmpty().noneMatch(log -> log.contains(secret));
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.walk(edge.platform.data.resolve("log"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
