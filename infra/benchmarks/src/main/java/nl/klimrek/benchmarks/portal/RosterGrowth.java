package nl.klimrek.benchmarks.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Adds people to the demo's organisation through the import that HR uses, and waits until they are employed. */
public final class RosterGrowth {
    /** People of one team; the number of its manager is a multiple of it. */
    public static final int A_TEAM = 12;

    private static final int BATCH_SIZE = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private final String base;
    private final List<String> token;
    private final HttpClient http = HttpClient.newHttpClient();
    private int people;

    /** @param token command that prints a token of HR */
    public RosterGrowth(String base, List<String> token) {
        this.base = base;
        this.token = token;
    }

    /** E-mail address of a person who was added, by number. */
    public static String email(int person) {
        return "b" + person + "@bench.example";
    }

    /** Adds people and returns when they are employed. */
    public void growTo(int wanted) throws IOException, InterruptedException {
        long before = employed() - people;
        while (before + people < wanted) {
            StringBuilder rows = new StringBuilder(
                    "employeeNumber,effectiveAt,givenName,familyName,email,team,job,managerNumber,startDate\n");
            for (int row = 0; row < BATCH_SIZE && before + people < wanted; row++) {
                people++;
                int manager = people / A_TEAM * A_TEAM;
                rows.append(String.format(
                        "B%05d,2026-01-01,Voornaam%d,Achternaam%d,%s,Team %d,Medewerker,%s,2020-01-01%n",
                        people,
                        people,
                        people,
                        email(people),
                        people / A_TEAM,
                        manager == people || manager == 0 ? "" : String.format("B%05d", manager)));
            }
            post(rows.toString());
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (employed() < before + people) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "after " + LONGEST + " only " + employed() + " of " + wanted + " people are employed");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private void post(String rows) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("/api/people/imports?dryRun=false")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(rows))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("the import was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private long employed() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request("/api/people/summary").GET().build(), HttpResponse.BodyHandlers.ofString());
        JsonNode summary = new ObjectMapper().readTree(answer.body());
        return summary.path("employed").asLong();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException {
        Process process = new ProcessBuilder(token)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.readLine().strip();
        }
    }
}
