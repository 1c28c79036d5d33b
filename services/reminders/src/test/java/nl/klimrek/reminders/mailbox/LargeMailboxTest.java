package nl.klimrek.reminders.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.testkit.service.TestPort;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A mailbox with 1,000 messages, or as many thousands as {@code klimrek.mailbox-thousands} says, at a server whose commands cost
 * more the larger the folder is: this one looks through all messages for each message, so ten times the messages take a hundred times
 * as long for a command. That is no cost of the reader, which asks for few commands.
 */
class LargeMailboxTest {

    private static final int MESSAGES = Integer.getInteger("klimrek.mailbox-thousands", 1) * 1_000;
    private static final int PAGE = 200;

    /** Five calls for two hundred messages. */
    private static final int MESSAGES_PER_CALL = 25;

    private final GreenMail server =
            new GreenMail(new ServerSetup(TestPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.ofDefaults();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> handled = new ArrayList<>();
    private GreenMailUser user;

    @BeforeEach
    void start() {
        // As in the service. Otherwise the server of this test opens every jar for each part of each message.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        server.start();
        user = server.setUser("klimrek@klimrek.example", "klimrek", "not-a-secret");
        circuits.circuitBreaker(ImapMailbox.IMAP).getEventPublisher().onSuccess(call -> calls.incrementAndGet());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void every_message_is_read_once_with_few_commands_and_taken_out() throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            deliver(i, i % 500 == 250 ? MailBatch.MAX_BYTES : 0);
        }
        long begin = System.nanoTime();

        read(job());

        System.out.printf(
                "LargeMailboxTest: %d messages in %d calls, %.2f ms each%n",
                MESSAGES, calls.get(), (System.nanoTime() - begin) / 1e6 / MESSAGES);
        int large = MESSAGES / 500;
        assertThat(handled).as("messages, but those that are too large").hasSize(MESSAGES - large);
        assertThat(handled).doesNotHaveDuplicates();
        assertThat(calls).hasValueLessThan(MESSAGES / MESSAGES_PER_CALL);
        assertThat(inbox().getMessageCount()).isZero();
        MailFolder aside = server.getManagers().getImapHostManager().getFolder(user, "Klimrek-unknown");
        assertThat(aside.getMessageCount()).as("too large, or not understood").isEqualTo(MESSAGES / 10 + large);
    }

    @Test
    void a_reader_that_stops_leaves_a_batch_to_be_read_again_at_most() throws Exception {
        for (int i = 0; i < 250; i++) {
            deliver(i, 0);
        }
        MailboxJob stopped = job();
        List<String> page = stopped.page("inbox", null, PAGE);
        page.subList(0, 135).forEach(stopped::process);

        read(job());

        assertThat(handled).hasSizeBetween(250, 250 + MailBatch.MAX_MESSAGES);
        Set<String> different = new HashSet<>(handled);
        assertThat(different).hasSize(250);
        assertThat(inbox().getMessageCount()).isZero();
    }

    private static void read(MailboxJob job) {
        for (List<String> page = job.page("inbox", null, PAGE);
                !page.isEmpty();
                page = job.page("inbox", page.get(page.size() - 1), PAGE)) {
            page.forEach(job::process);
        }
    }

    private MailboxJob job() {
        MailboxProperties properties = new MailboxProperties(
                "127.0.0.1",
                server.getImap().getPort(),
                "imap",
                false,
                "klimrek",
                "not-a-secret",
                "INBOX",
                "Klimrek-unknown",
                "",
                Duration.ofSeconds(30),
                10_000);
        return new MailboxJob(
                new ImapMailbox(properties, circuits), properties, this::handle, new SimpleMeterRegistry());
    }

    /** One message of ten is not understood. */
    private boolean handle(IncomingMail mail) {
        handled.add(mail.id());
        return !mail.from().startsWith("stranger");
    }

    private void deliver(int number, int more) throws MessagingException {
        String from = (number % 10 == 5 ? "stranger" : "person") + number + "@elsewhere.example";
        String message = "From: " + from + "\r\nTo: klimrek@klimrek.example\r\nMessage-ID: <" + number
                + "@elsewhere.example>\r\nSubject: yes\r\n\r\n" + "words ".repeat(200) + "x".repeat(more) + "\r\n";
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.US_ASCII))));
    }

    private MailFolder inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user);
    }
}
