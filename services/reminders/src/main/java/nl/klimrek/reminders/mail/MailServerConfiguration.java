package nl.klimrek.reminders.mail;

import jakarta.mail.util.StreamProvider;
import nl.klimrek.reminders.smtp.SmtpConnections;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Connections to the mail server that Spring's settings name. */
@Configuration(proxyBeanMethods = false)
class MailServerConfiguration {

    static {
        // Otherwise the mail library looks for it in all jars, for each part of each message.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    @Bean
    SmtpConnections smtpConnections(JavaMailSenderImpl server, MailServerProperties properties) {
        return new SmtpConnections(server, properties.messagesPerConnection());
    }
}
