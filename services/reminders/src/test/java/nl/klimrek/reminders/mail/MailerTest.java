package nl.klimrek.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import nl.klimrek.reminders.smtp.SmtpConnections;
import nl.klimrek.reminders.smtp.TalkingMailServer;
import nl.klimrek.reminders.smtp.TalkingMailServer.Talk;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Answers about one message, and failures of the whole server. */
class MailerTest {

    private static final RemindersProperties PROPERTIES = new RemindersProperties(
            URI.create("https://portal.test"),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Map.of(),
            Duration.ZERO,
            5,
            7,
            Duration.ofSeconds(5),
            5,
            "klimrek@portal.test");

    @ParameterizedTest(name = "{0} answered with {1}: {2}")
    @CsvSource({
        "NOOP, 250 fine, ACCEPTED",
        "RCPT, 550 no such user, UNDELIVERABLE",
        "RCPT, 550 5.1.1 no such user, UNDELIVERABLE",
        "RCPT, 553 that is no mailbox, UNDELIVERABLE",
        "RCPT, 550 5.7.1 relaying is not allowed, REJECTED",
        "RCPT, 554 5.3.0 the mail system does not work, REJECTED",
        "RCPT, 450 come back later, RETRY_LATER",
        "RCPT, 452 mailbox is full, RETRY_LATER",
        "MAIL, 421 going down, UNAVAILABLE",
        "RCPT, 421 going down, UNAVAILABLE",
        "DATA, 421 going down, UNAVAILABLE",
        "., 421 going down, UNAVAILABLE",
        "., 451 busy, RETRY_LATER",
        "., 554 not this, RETRY_LATER"
    })
    void the_servers_answer_decides_the_result(String command, String answer, SmtpDeliveryResult handover)
            throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer))) {
            assertThat(mailer(server.port()).send(message("anna@example.org"), "demo/prompt.1"))
                    .isEqualTo(handover);
        }
    }

    @Test
    void a_server_that_does_not_answer_is_unavailable() throws IOException {
        ScriptedMailServer server = new ScriptedMailServer(Map.of());
        server.close();
        assertThat(mailer(server.port()).send(message("anna@example.org"), "demo/prompt.1"))
                .isEqualTo(SmtpDeliveryResult.UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"'no address at all'", "'a@example.org, b@example.org'", "'a@example.org\r\nBcc: b@example.org'"})
    void a_text_that_is_not_one_address_is_rejected_without_a_server(String to) {
        assertThat(mailer(1).send(message(to), "demo/prompt.1")).isEqualTo(SmtpDeliveryResult.UNDELIVERABLE);
    }

    @Test
    void no_more_connections_are_open_at_once_than_the_setting_says() throws IOException {
        CyclicBarrier three = new CyclicBarrier(3);
        Talk together = (session, message, command) -> {
            if (command.equals(".")) {
                await(three);
            }
            return Talk.yes(command);
        };
        try (TalkingMailServer server = new TalkingMailServer(together)) {
            Mailer mailer = mailer(server.settings(), new MailServerProperties(3, 20_000, 100));
            List<CompletableFuture<SmtpDeliveryResult>> results = IntStream.range(0, 9)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> mailer.send(message("anna@example.org"), "demo/prompt." + i),
                            task -> new Thread(task).start()))
                    .toList();
            assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo(SmtpDeliveryResult.ACCEPTED));
            assertThat(server.mostOpen()).isEqualTo(3);
            assertThat(server.sessions()).as("connections for nine messages").isEqualTo(3);
        }
    }

    @Test
    void messages_are_spread_over_the_minute() {
        Mailer mailer = mailer(new JavaMailSenderImpl(), new MailServerProperties(8, 600, 100));
        long begin = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            assertThat(mailer.awaitTurn()).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("of five turns, 100 ms apart; the first interval may have begun before")
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    static OutgoingMail message(String to) {
        return new OutgoingMail(to, "en", "Subject", "text", "<p>text</p>", null);
    }

    private static Mailer mailer(int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", "2000", "mail.smtp.timeout", "5000"));
        return mailer(mail);
    }

    static Mailer mailer(JavaMailSenderImpl mail) {
        return mailer(mail, new MailServerProperties(8, 20_000, 100));
    }

    private static Mailer mailer(JavaMailSenderImpl mail, MailServerProperties server) {
        return new Mailer(
                new SmtpConnections(mail, server.messagesPerConnection()),
                PROPERTIES,
                server,
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                RateLimiterRegistry.ofDefaults(),
                TestClock.running());
    }
}
