package nl.klimrek.reminders.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The connection to the IMAP server (RFC 9051), opened when it is needed. One thread at a time uses it. */
final class ImapConnection {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "15000";

    private final MailboxProperties properties;
    private @Nullable Store store;
    private @Nullable Folder folder;
    private @Nullable Folder unknown;

    ImapConnection(MailboxProperties properties) {
        this.properties = properties;
    }

    /** The open folder that is read. */
    Folder folder() throws MessagingException {
        Folder known = folder;
        if (known != null && known.isOpen()) {
            return known;
        }
        close();
        Store opened = Session.getInstance(settings()).getStore(properties.protocol());
        store = opened;
        opened.connect(properties.host(), properties.port(), properties.username(), properties.password());
        Folder inbox = opened.getFolder(properties.folder());
        inbox.open(Folder.READ_WRITE);
        folder = inbox;
        return inbox;
    }

    /** The folder for what is not understood. */
    Folder unknownFolder() throws MessagingException {
        Folder known = unknown;
        if (known != null) {
            return known;
        }
        Folder found = folder().getStore().getFolder(properties.unknownFolder());
        if (!found.exists()) {
            found.create(Folder.HOLDS_MESSAGES);
        }
        unknown = found;
        return found;
    }

    /** Ends the connection. @throws MessagingException if the server does not answer; the connection is gone in any case */
    void close() throws MessagingException {
        Store open = store;
        store = null;
        folder = null;
        unknown = null;
        if (open != null) {
            open.close();
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        String prefix = "mail." + properties.protocol() + ".";
        settings.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        settings.put(prefix + "timeout", ANSWER_MILLIS);
        settings.put(prefix + "writetimeout", ANSWER_MILLIS);
        settings.put(prefix + "starttls.enable", "true");
        settings.put(prefix + "starttls.required", String.valueOf(properties.starttls()));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "partialfetch", "false");
        settings.put(prefix + "peek", "true");
        return settings;
    }
}
