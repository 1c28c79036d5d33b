package nl.klimrek.reminders.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.reminders.smtp.TalkingMailServer.Talk;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections that are kept, and servers that end them at any moment. */
class SmtpConnectionsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final SmtpTimeouts PATIENT = new SmtpTimeouts(LONG, LONG, LONG);

    @Test
    void messages_one_after_the_other_share_a_connection_until_it_had_enough() throws Exception {
        try (TalkingMailServer server = new TalkingMailServer((session, message, command) -> Talk.yes(command));
                SmtpConnections connections = new SmtpConnections(server.settings(), 3, PATIENT)) {
            for (int i = 0; i < 7; i++) {
                connections.send(message());
            }
            assertThat(server.messages()).containsExactly(1, 1, 1, 2, 2, 2, 3);
            await().atMost(LONG).until(() -> server.open() == 1);
        }
    }

    @Test
    void a_message_finds_its_way_after_the_server_closed_the_open_connection() throws Exception {
        try (TalkingMailServer server = new TalkingMailServer((session, message, command) -> Talk.yes(command));
                SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT)) {
            connections.send(message());
            server.hangUp();
            connections.send(message());
            assertThat(server.messages()).containsExactly(1, 2);
        }
    }

    @Test
    void a_server_that_limits_the_messages_of_a_connection_gets_them_all() throws Exception {
        for (String refusal : new String[] {"421 too many messages", "452 4.5.3 too many messages"}) {
            Talk limited =
                    (session, message, command) -> message > 2 && command.equals("MAIL") ? refusal : Talk.yes(command);
            try (TalkingMailServer server = new TalkingMailServer(limited);
                    SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT)) {
                for (int i = 0; i < 5; i++) {
                    connections.send(message());
                }
                assertThat(server.messages()).containsExactly(1, 1, 2, 2, 3);
            }
        }
    }

    @Test
    void a_new_connection_that_the_server_ends_is_not_followed_by_another() throws Exception {
        Talk ends = (session, message, command) -> command.equals("RCPT") ? "421 going down" : Talk.yes(command);
        try (TalkingMailServer server = new TalkingMailServer(ends);
                SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT)) {
            assertThatThrownBy(() -> connections.send(message())).isInstanceOf(MessagingException.class);
            assertThat(server.sessions()).isEqualTo(1);
            assertThat(connections.idle()).isZero();
        }
    }

    @Test
    void an_address_that_is_refused_is_offered_once() throws Exception {
        Talk refuses = (session, message, command) ->
                message == 2 && command.equals("RCPT") ? "550 5.1.1 no such user" : Talk.yes(command);
        try (TalkingMailServer server = new TalkingMailServer(refuses);
                SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT)) {
            connections.send(message());
            assertThatThrownBy(() -> connections.send(message())).isInstanceOf(MessagingException.class);
            assertThat(server.sessions()).isEqualTo(1);
        }
    }

    @Test
    void a_message_whose_connection_ends_before_the_answer_is_not_sent_again_here() throws Exception {
        Talk dies = (session, message, command) -> message == 2 && command.equals(".") ? null : Talk.yes(command);
        try (TalkingMailServer server = new TalkingMailServer(dies);
                SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT)) {
            connections.send(message());
            assertThatThrownBy(() -> connections.send(message())).isInstanceOf(MessagingException.class);
            assertThat(server.messages())
                    .as("the server may have accepted both")
                    .containsExactly(1, 1);
            assertThat(connections.idle()).isZero();
        }
    }

    @Test
    void a_server_may_take_longer_to_accept_a_message_than_to_answer_a_command() throws Exception {
        Talk slow = (session, message, command) -> {
            if (command.equals(".")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_500));
            }
            return Talk.yes(command);
        };
        try (TalkingMailServer server = new TalkingMailServer(slow)) {
            JavaMailSenderImpl settings = server.settings();
            settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "1500");
            try (SmtpConnections connections = new SmtpConnections(settings, 100, PATIENT)) {
                await().atMost(LONG).until(() -> isSent(connections, server));
            }
            assertThat(server.messages()).hasSize(1);
        }
    }

    /** A busy machine may be slow to answer a command too; such a message did not end. */
    private static boolean isSent(SmtpConnections connections, TalkingMailServer server) throws MessagingException {
        try {
            connections.send(message());
            return true;
        } catch (MessagingException failed) {
            assertThat(server.messages()).isEmpty();
            assertThat(failed).hasRootCauseInstanceOf(SocketTimeoutException.class);
            return false;
        }
    }

    @Test
    void a_message_that_took_too_long_before_its_end_is_given_up() throws Exception {
        try (TalkingMailServer server = new TalkingMailServer((session, message, command) -> Talk.yes(command));
                SmtpConnections connections =
                        new SmtpConnections(server.settings(), 100, new SmtpTimeouts(Duration.ZERO, LONG, LONG))) {
            assertThatThrownBy(() -> connections.send(message())).hasRootCauseInstanceOf(IOException.class);
            await().atMost(LONG).until(() -> server.open() == 0);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void an_idle_connection_is_closed() throws Exception {
        try (TalkingMailServer server = new TalkingMailServer((session, message, command) -> Talk.yes(command));
                SmtpConnections connections = new SmtpConnections(
                        server.settings(), 100, new SmtpTimeouts(LONG, LONG, Duration.ofMillis(100)))) {
            connections.send(message());
            await().atMost(LONG).until(() -> server.open() == 0 && connections.idle() == 0);
        }
    }

    @Test
    void all_connections_end_with_the_service() throws Exception {
        try (TalkingMailServer server = new TalkingMailServer((session, message, command) -> Talk.yes(command))) {
            SmtpConnections connections = new SmtpConnections(server.settings(), 100, PATIENT);
            connections.send(message());
            connections.close();
            await().atMost(LONG).until(() -> server.open() == 0);
        }
    }

    private static MimeMessage message() throws MessagingException {
        MimeMessage message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress("klimrek@portal.test"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("anna@example.org"));
        message.setText("text");
        message.saveChanges();
        return message;
    }
}
