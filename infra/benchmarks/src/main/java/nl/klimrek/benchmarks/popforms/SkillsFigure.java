package nl.klimrek.benchmarks.popforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.popforms.PopFormsService;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A list of 14,000 skills, the size of ESCO, imported in two languages, beside plain inserts of as many documents; and searches in it as
 * somebody types, beside reads of one document.
 */
public final class SkillsFigure implements Figure {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORGANISATION = "bench";
    private static final int SMALL = 2_000;
    private static final int FULL = 14_000;
    private static final int SEARCHES = 3_000;
    private static final int WARM_UP = 1_000;
    private static final long SEED = 11;
    private static final long POLL_NANOS = 50_000_000;

    @Override
    public String name() {
        return "pop.skills";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int skills = setting.size(SMALL, FULL);
        try (Engines engines = Engines.start(setting, name());
                BenchmarkTokens tokens = new BenchmarkTokens();
                ConfigurableApplicationContext service = PopFormsService.start(settings(engines, tokens))) {
            Service pop = new Service(service.getEnvironment().getProperty("local.server.port", ""), tokens);
            SkillCsv dutch = new SkillCsv(SEED);
            double seconds = pop.imported("nl", dutch.file(skills));
            lines.accept(
                    ReportLine.of(
                            "pop.skills.import s",
                            seconds,
                            rawInserts(engines, skills),
                            skills
                                    + " skills in one language, until people find them; raw: as many inserts, one after the other"));
            lines.accept(ReportLine.of(
                    "pop.skills.import second s",
                    pop.imported("en", new SkillCsv(SEED + 1).file(skills)),
                    Double.NaN,
                    "their names in another language"));
            Histogram reads = pop.timed(WARM_UP, SEARCHES, () -> "/skill-lists");
            Random random = new Random(SEED);
            List<String> words = dutch.words();
            Histogram searches = pop.timed(WARM_UP, SEARCHES, () -> {
                String word = words.get(random.nextInt(words.size()));
                return "/skills?text=" + word.substring(0, 1 + random.nextInt(word.length()));
            });
            lines.accept(new ReportLine(
                    "pop.skills.search ms",
                    searches.getMean() / 1e6,
                    reads.getMean() / 1e6,
                    searches.getValueAtPercentile(50) / 1e6,
                    searches.getValueAtPercentile(99) / 1e6,
                    "one request, over " + skills
                            + " skills in two languages; raw: a request for the names of the lists"));
        }
    }

    private static Map<String, Object> settings(Engines engines, BenchmarkTokens tokens) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("klimrek.eventing.instance", "pop-bench");
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.security.issuer", BenchmarkTokens.ISSUER);
        settings.put("klimrek.security.jwk-set-uri", tokens.keys());
        return settings;
    }

    private static double rawInserts(Engines engines, int count) {
        try (MongoClient client = MongoClients.create(engines.mongoUri())) {
            MongoCollection<Document> raw = client.getDatabase("raw").getCollection("skills");
            String text = "x".repeat(600);
            long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                raw.insertOne(new Document("_id", "raw/" + i).append("text", text));
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** The service over HTTP. */
    private record Service(String port, BenchmarkTokens tokens, HttpClient http) {

        Service(String port, BenchmarkTokens tokens) {
            this(port, tokens, HttpClient.newHttpClient());
        }

        interface Paths {
            String next();
        }

        /** Seconds until the file was taken. */
        double imported(String language, String file) throws IOException, InterruptedException, JOSEException {
            long begin = System.nanoTime();
            JsonNode answer =
                    send(request("/skills/imports?limit=1&dryRun=false&scheme=ESCO&version=1.2.0&language=" + language)
                            .header("Content-Type", "text/csv")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(file)));
            while (!answer.path("status").asText().equals("DONE")) {
                LockSupport.parkNanos(POLL_NANOS);
                answer = send(request("/skills/imports/" + answer.path("id").asText() + "?limit=1")
                        .GET());
            }
            if (answer.at("/counts/SET_ASIDE").asInt() > 0) {
                throw new IllegalStateException("rows were set aside: " + answer.path("errors"));
            }
            return (System.nanoTime() - begin) / 1e9;
        }

        /** Nanoseconds of requests, one after the other. */
        Histogram timed(int warmUp, int count, Paths paths) throws IOException, InterruptedException, JOSEException {
            Histogram times = new Histogram(3);
            for (int i = 0; i < warmUp + count; i++) {
                HttpRequest.Builder request = request(paths.next()).GET();
                long begin = System.nanoTime();
                send(request);
                if (i >= warmUp) {
                    times.recordValue(System.nanoTime() - begin);
                }
            }
            return times;
        }

        private HttpRequest.Builder request(String path) throws JOSEException {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/pop-forms" + path))
                    .header("Accept-Language", "nl")
                    .header("Authorization", token());
        }

        private String token() throws JOSEException {
            return tokens.bearer(ORGANISATION, "hella", "HR");
        }

        private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        }
    }
}
