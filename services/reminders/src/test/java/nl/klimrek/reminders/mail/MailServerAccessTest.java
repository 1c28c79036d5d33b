package nl.klimrek.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.InputStream;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.klimrek.testkit.service.TestPort;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Authentication and STARTTLS as Spring's settings say. */
class MailServerAccessTest {

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void a_server_that_asks_for_it_gets_name_and_password() {
        GreenMail server = new GreenMail(new ServerSetup(TestPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("klimrek@example.org", "klimrek", "correct");
        server.start();
        try {
            int port = server.getSmtp().getPort();
            assertThat(send(
                            port,
                            "spring.mail.username=klimrek",
                            "spring.mail.password=correct",
                            "spring.mail.properties.mail.smtp.auth=true"))
                    .isEqualTo(SmtpDeliveryResult.ACCEPTED);
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(send(
                            port,
                            "spring.mail.username=klimrek",
                            "spring.mail.password=wrong",
                            "spring.mail.properties.mail.smtp.auth=true"))
                    .isEqualTo(SmtpDeliveryResult.UNAVAILABLE);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_message_and_the_password_go_out_encrypted_where_starttls_is_asked_for() throws Exception {
        SMTPServer server = server(true);
        server.start();
        try {
            assertThat(send(server.getPortAllocated(), encrypted())).isEqualTo(SmtpDeliveryResult.ACCEPTED);
            assertThat(received).containsExactly("anna@example.org");
        } finally {
            server.stop();
        }
    }

    @Test
    void nothing_goes_out_to_a_server_without_the_starttls_that_is_required() throws Exception {
        SMTPServer server = server(false);
        server.start();
        try {
            assertThat(send(server.getPortAllocated(), encrypted())).isEqualTo(SmtpDeliveryResult.UNAVAILABLE);
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    private static String[] encrypted() {
        return new String[] {
            "spring.mail.username=klimrek",
            "spring.mail.password=correct",
            "spring.mail.properties.mail.smtp.auth=true",
            "spring.mail.properties.mail.smtp.starttls.enable=true",
            "spring.mail.properties.mail.smtp.starttls.required=true",
            "spring.mail.properties.mail.smtp.ssl.trust=127.0.0.1",
            "spring.mail.properties.mail.smtp.ssl.checkserveridentity=false"
        };
    }

    private static SmtpDeliveryResult send(int port, String... settings) {
        SmtpDeliveryResult[] result = new SmtpDeliveryResult[1];
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues("spring.mail.host=127.0.0.1", "spring.mail.port=" + port)
                .withPropertyValues(settings)
                .run(context -> result[0] = MailerTest.mailer(context.getBean(JavaMailSenderImpl.class))
                        .send(MailerTest.message("anna@example.org"), "demo/prompt.1"));
        return result[0];
    }

    private SMTPServer server(boolean encrypts) throws Exception {
        SMTPServer.Builder server = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> received.add(to))
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, context) -> {
                    if (!name.equals("klimrek") || !password.equals("correct")) {
                        throw new LoginFailedException();
                    }
                }));
        return encrypts
                ? server.enableTLS()
                        .requireTLS()
                        .requireAuth()
                        .startTlsSocketFactory(encryption())
                        .build()
                : server.build();
    }

    /** GreenMail brings a certificate of its own. */
    private static SSLContext encryption() throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
            store.load(file, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
