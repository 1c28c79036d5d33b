package nl.klimrek.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.testkit.service.TestPort;
import org.springframework.util.FileSystemUtils;

/** A platform started by {@code infra/up} on its own ports and folder. */
public final class RunningPlatform implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static RunningPlatform shared;
    private static Command.Result demo;

    public final Path data;
    private final Map<String, String> environment;
    public final int port;
    public final int kafkaPort;
    public final int mongoPort;
    private String greeting = "";
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningPlatform(Map<String, String> environment, Path data, int port, int kafkaPort, int mongoPort) {
        this.environment = environment;
        this.data = data;
        this.port = port;
        this.kafkaPort = kafkaPort;
        this.mongoPort = mongoPort;
    }

    /** The platform shared by all tests that do not stop it. */
    public static synchronized RunningPlatform shared() {
        if (shared == null) {
            shared = fresh();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** Plays the demo on the shared platform, once for all tests of this process, and returns its result. */
    public static synchronized Command.Result demo() {
        if (demo == null) {
            demo = shared().run("infra/demo");
        }
        return demo;
    }

    /** Starts a platform on an empty folder. */
    public static RunningPlatform fresh() {
        return fresh(Map.of());
    }

    /** Starts a platform on an empty folder with these environment variables. */
    public static RunningPlatform fresh(Map<String, String> environment) {
        try {
            // A busy machine is not what these tests are about: a page waits for its parts as long as it takes.
            Map<String, String> patient = new HashMap<>(Map.of("KLIMREK_PORTAL_PAGETIMEOUT", "30s"));
            patient.putAll(environment);
            RunningPlatform platform = new RunningPlatform(
                    patient,
                    Files.createTempDirectory("klimrek-acceptance"),
                    TestPort.free(),
                    TestPort.free(),
                    TestPort.free());
            platform.up();
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output of the latest start. */
    public String greeting() {
        return greeting;
    }

    public void up() {
        Command.Result result =
                Command.run(START_TIMEOUT, environment, words("infra/up", "--detach", "--data", data.toString()));
        if (result.exit() != 0) {
            throw new AssertionError("infra/up ended with " + result.exit() + ":\n" + result.output());
        }
        greeting = result.output();
    }

    /** Runs a project script against this platform. */
    public Command.Result run(String... script) {
        return Command.run(Duration.ofMinutes(6), words(script));
    }

    public String[] words(String... script) {
        List<String> words = new ArrayList<>(List.of(script));
        words.addAll(List.of("--port", "" + port, "--kafka-port", "" + kafkaPort, "--mongo-port", "" + mongoPort));
        return words.toArray(String[]::new);
    }

    /** The client file of this broker principal. */
    public String client(String principal) {
        return data.resolve("client/" + principal + ".conf").toString();
    }

    public String token(String person, String... more) {
        List<String> words = new ArrayList<>(List.of("infra/token", person));
        words.addAll(List.of(more));
        Command.Result result = run(words.toArray(String[]::new));
        if (result.exit() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output().strip();
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends until the answer is not 503, as a client that heeds Retry-After does. */
    public HttpResponse<String> untilAnswered(HttpRequest.Builder request) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> send(request.copy()), answer -> answer.statusCode() != 503);
    }

    public String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The platform's process, found by the data folder on its command line. */
    public ProcessHandle process() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(handle -> handle.info().commandLine().orElse("").contains("--data " + data)
                            && handle.info().commandLine().orElse("").contains("nl.klimrek.standalone.Platform"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        Command.run(Duration.ofMinutes(1), "infra/down", "--data", data.toString());
        FileSystemUtils.deleteRecursively(data.toFile());
    }
}
