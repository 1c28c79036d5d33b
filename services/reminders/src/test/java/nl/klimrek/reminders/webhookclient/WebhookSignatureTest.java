package nl.klimrek.reminders.webhookclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.klimrek.reminders.webhooks.WebhookSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures against the published vectors of Standard Webhooks and against its own library for JavaScript. */
class WebhookSignatureTest {

    private static final Path VECTORS = Path.of("shared", "standards", "standard-webhooks", "vectors.json");

    @Test
    void the_published_vector_is_signed_as_published() {
        assertThat(WebhookSignature.of(
                        List.of(new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void every_vector_of_the_standard_is_signed_as_it_says() throws IOException {
        Path vectors = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve(VECTORS))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        if (vectors == null) {
            System.err.println("SKIPPED: the vectors of Standard Webhooks are not here (../" + VECTORS + ")");
        }
        assumeTrue(vectors != null, "no vectors");
        JsonNode cases = new ObjectMapper().readTree(Files.readString(vectors)).path("sign");
        assertThat(cases).isNotEmpty();
        cases.forEach(each -> assertThat(WebhookSignature.of(
                        List.of(new WebhookSecret(each.path("secret").asText())),
                        each.path("id").asText(),
                        Instant.ofEpochSecond(each.path("timestamp").asLong()),
                        each.path("payload").asText()))
                .as(each.path("desc").asText())
                .isEqualTo(each.path("signature").asText()));
    }

    @Test
    void the_library_for_javascript_accepts_messages_and_refuses_changed_ones(@TempDir Path folder) throws Exception {
        boolean installed =
                run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "standardwebhooks@1.1.1");
        if (!installed) {
            System.err.println("SKIPPED: npm cannot install standardwebhooks here, so its library checks no signature");
        }
        assumeTrue(installed, "no npm");
        WebhookSecret present = WebhookSecret.fresh();
        WebhookSecret former = WebhookSecret.fresh();
        String payload = "{\"type\":\"prompt.sent\",\"data\":{\"kind\":\"prepare\"}}";
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String signature = WebhookSignature.of(List.of(present, former), "msg-1", now, payload);
        Files.writeString(folder.resolve("verify.js"), """
                const { Webhook } = require("standardwebhooks");
                const [secret, timestamp, signature, payload] = process.argv.slice(2);
                new Webhook(secret).verify(payload, { "webhook-id": "msg-1", "webhook-timestamp": timestamp, "webhook-signature": signature });
                """);
        String at = String.valueOf(now.getEpochSecond());
        assertThat(run(folder, "node", "verify.js", present.value(), at, signature, payload))
                .isTrue();
        assertThat(run(folder, "node", "verify.js", former.value(), at, signature, payload))
                .isTrue();
        assertThat(run(folder, "node", "verify.js", present.value(), at, signature, payload + " "))
                .isFalse();
        assertThat(run(folder, "node", "verify.js", WebhookSecret.fresh().value(), at, signature, payload))
                .isFalse();
    }

    @Test
    void a_secret_is_never_in_a_text_about_it() {
        WebhookSecret secret = WebhookSecret.fresh();
        assertThat(secret.value()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secret.key()).hasSize(32);
        assertThat(secret + " " + List.of(secret)).doesNotContain(secret.value());
    }

    private static boolean run(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
