package nl.klimrek.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.reminders.sending.PromptSender;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The whole service on the embedded broker and store and a mail server, started once per JVM, reached from outside. */
final class RunningReminders {

    static final RunningReminders SHARED = new RunningReminders();
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    final MovableClock clock = MovableTime.CLOCK;
    final GreenMail mailServer;
    final Bus bus;
    private final ConfigurableApplicationContext context;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningReminders() {
        Backend backend = Backend.embedded();
        bus = new Bus(backend.bootstrapServers());
        bus.createTopics();
        mailServer = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        Map<String, Object> settings = new HashMap<>(TestTokens.properties());
        settings.put("server.port", 0);
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("spring.data.mongodb.database", backend.freshDatabase());
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        settings.put("spring.mail.port", mailServer.getSmtp().getPort());
        settings.put("klimrek.reminders.portal-url", "https://portal.test/");
        settings.put("klimrek.reminders.settle", "0s");
        settings.put("klimrek.reminders.look-every", "1s");
        settings.put("klimrek.reminders.around-the-clock.night-shift", true);
        context = RemindersService.start(settings);
        address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/reminders";
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What came back. */
    record Reply(int status, JsonNode body, String etag) {

        String text(String field) {
            return body.path(field).asText();
        }

        List<String> ids() {
            return body.path("items").findValuesAsText("id");
        }
    }

    /** Everything that was published is read, and what followed from it too. */
    void settle() {
        await().atMost(PATIENCE)
                .until(() -> bus.everythingIsRead() && nothingWaitsToBePublished() && bus.everythingIsRead());
    }

    private boolean nothingWaitsToBePublished() {
        return context.getBean(MongoDatabaseFactory.class)
                        .getMongoDatabase()
                        .getCollection("prompts")
                        .countDocuments(new Document("outbox.0", new Document("$exists", true)))
                == 0;
    }

    /** One look that began after everything known was read, as the service takes by itself now and then. */
    void look() {
        settle();
        context.getBean(PromptSender.class).sendDue();
    }

    List<MimeMessage> mailTo(String receiver) {
        return Stream.of(mailServer.getReceivedMessages())
                .filter(mail -> receiverOf(mail).equals(receiver))
                .toList();
    }

    /** The one message to this receiver, as soon as it is there. */
    MimeMessage awaitMailTo(String receiver) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailTo(receiver)).hasSize(1));
        return mailTo(receiver).get(0);
    }

    Reply get(String bearer, String path, Map<String, String> headers) {
        return send(request(bearer, path, headers).GET());
    }

    Reply post(String bearer, String path, String body, Map<String, String> headers) {
        return send(request(bearer, path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String bearer, String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", bearer);
        headers.forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Reply(
                    answer.statusCode(),
                    body,
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String receiverOf(MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
