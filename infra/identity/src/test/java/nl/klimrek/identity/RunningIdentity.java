package nl.klimrek.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** The issuer beside a real broker (one per test JVM), seen as a browser behind the portal sees it. */
final class RunningIdentity implements AutoCloseable {

    static final String PUBLIC = "http://localhost:8080";
    static final String ISSUER = PUBLIC + "/identity";
    static final String TOPIC = "klimrek.directory.v1";
    private static final EmbeddedKafkaKraftBroker BROKER = broker();

    final SecretStore secrets;
    private final IdentityService service;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    RunningIdentity(Path data) {
        this(data, TOPIC);
    }

    RunningIdentity(Path data, String topic) {
        this(data, topic, SecretStore.in(data).welcome());
    }

    RunningIdentity(Path data, String topic, String welcomeSecret) {
        secrets = SecretStore.in(data);
        service = IdentityService.start(Map.of(
                "klimrek.identity.welcome-secret",
                welcomeSecret,
                "spring.profiles.active",
                "demo",
                "server.port",
                0,
                "klimrek.identity.issuer",
                ISSUER,
                "klimrek.identity.data",
                data,
                "klimrek.identity.directory-topic",
                topic,
                "spring.kafka.bootstrap-servers",
                BROKER.getBrokersAsString()));
    }

    private static EmbeddedKafkaKraftBroker broker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3, TOPIC);
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    /** Puts a person, as the people service lists them, on the directory topic; null data is a tombstone. */
    static void list(String key, String data) {
        list(TOPIC, key, data);
    }

    static void list(String topic, String key, String data) {
        Map<String, Object> settings = Map.of("bootstrap.servers", BROKER.getBrokersAsString(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            byte[] value = data == null ? null : data.getBytes(StandardCharsets.UTF_8);
            var record = new ProducerRecord<>(topic, key, value);
            record.headers().add("ce_type", "nl.klimrek.directory.person-listed.v1".getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    /** Follows no redirect; an address of the public origin goes to where the portal would pass it on. */
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(inside(address))
                .header("Accept", "text/html,*/*;q=0.8")
                .build());
    }

    /** As {@link #get}, by a browser that was here never before. */
    HttpResponse<String> getAsStranger(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(inside(address))
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, Map<String, String> form) throws IOException, InterruptedException {
        return send(form(address, form).build());
    }

    HttpResponse<String> token(String client, String secret, Map<String, String> form)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(form("/identity/oauth2/token", form)
                .header("Authorization", "Basic " + basic)
                .build());
    }

    HttpResponse<String> withBearer(String address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(inside(address))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(inside(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private URI inside(String address) {
        String path = address.startsWith(PUBLIC) ? address.substring(PUBLIC.length()) : address;
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    int port() {
        return service.port();
    }

    @Override
    public void close() {
        service.close();
    }
}
