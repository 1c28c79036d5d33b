package nl.klimrek.acceptance.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A Keycloak of its own with the realm {@code employees}, from the artifact that the Maven profile {@code keycloak} unpacks. Without
 * it the tests are skipped and say so.
 */
final class Keycloak implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Duration START = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path log = Path.of("target/keycloak.log");
    private final String base;
    private final Process process;

    /** Starts Keycloak and returns when the realm answers. */
    Keycloak(int port, int managementPort) {
        base = "http://127.0.0.1:" + port;
        Path home = home();
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/employees-realm.json")) {
            // Delete the store of an earlier run: an existing realm is not imported again.
            FileSystemUtils.deleteRecursively(home.resolve("data"));
            Path imported = Files.createDirectories(home.resolve("data/import")).resolve("employees-realm.json");
            Files.write(imported, realm.readAllBytes());
            ProcessBuilder start = new ProcessBuilder(
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--http-management-port=" + managementPort)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            start.environment()
                    .putAll(Map.of(
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            "admin",
                            "JAVA_OPTS_KC_HEAP",
                            "-Xms64m -Xmx512m"));
            process = start.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            await().atMost(START)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptionsMatching(IOException.class::isInstance)
                    .ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
                    .until(() -> {
                        assertThat(process.isAlive())
                                .as("Keycloak stopped, see " + log.toAbsolutePath())
                                .isTrue();
                        return send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                                        .statusCode()
                                == 200;
                    });
        } catch (RuntimeException | AssertionError notStarted) {
            close();
            throw notStarted;
        }
    }

    private static Path home() {
        List<Path> found = List.of();
        if (Files.isDirectory(UNPACKED)) {
            try (Stream<Path> inside = Files.list(UNPACKED)) {
                found = inside.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (found.isEmpty()) {
            System.err.println("SKIPPED: no Keycloak in " + UNPACKED.toAbsolutePath()
                    + "; sign-in at a foreign issuer was not tried (mvn -Pkeycloak)");
        }
        assumeThat(found).as("Keycloak, from mvn -Pkeycloak").isNotEmpty();
        return found.get(0);
    }

    String issuer() {
        return base + "/realms/employees";
    }

    /** The subject of a user. */
    String subject(String username) {
        return user(username).path("id").asText();
    }

    /** Changes a user's verified address. */
    void changeEmail(String username, String email) {
        ObjectNode user = user(username);
        put(user.put("email", email).put("emailVerified", true));
    }

    /** Disables a user. */
    void disable(String username) {
        put(user(username).put("enabled", false));
    }

    /** An access token, obtained as a program does. */
    String accessToken(String username) {
        return token(
                "employees",
                "klimrek-portal",
                "&client_secret=secret-of-the-portal&scope=openid",
                username,
                "password-of-" + username);
    }

    private ObjectNode user(String username) {
        return (ObjectNode)
                json(admin("/users?exact=true&username=" + username).GET()).get(0);
    }

    private void put(ObjectNode user) {
        HttpResponse<String> answer = send(admin("/users/" + user.path("id").asText())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(user.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/admin/realms/employees" + path))
                .header("Authorization", "Bearer " + token("master", "admin-cli", "", "admin", "admin"));
    }

    private String token(String realm, String client, String more, String username, String password) {
        return json(HttpRequest.newBuilder(URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=" + client + more
                                + "&username=" + username + "&password=" + password)))
                .path("access_token")
                .asText();
    }

    private JsonNode json(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The script starts Java in its place or as a child; both stop. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }
}
