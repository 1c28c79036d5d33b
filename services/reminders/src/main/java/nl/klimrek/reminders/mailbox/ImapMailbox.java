package nl.klimrek.reminders.mailbox;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox at an IMAP server, through its circuit breaker {@value #IMAP}. The folder is a queue: a message stays in it until it
 * was handled. A message is never read whole when it is larger than {@value #MAX_BYTES} bytes.
 */
final class ImapMailbox {

    static final String IMAP = "imap";

    /** A larger message is no reply. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

    private final ImapConnection connection;
    private final CircuitBreaker circuit;

    ImapMailbox(MailboxProperties properties, CircuitBreakerRegistry circuits) {
        this.connection = new ImapConnection(properties);
        this.circuit = circuits.circuitBreaker(IMAP);
    }

    /** Ids of the oldest messages in the folder, in order, after what was removed is gone. */
    synchronized List<Long> oldest(int limit) {
        return call(() -> {
            Folder open = connection.folder();
            open.expunge();
            int count = Math.min(limit, open.getMessageCount());
            if (count <= 0) {
                return List.of();
            }
            Message[] found = open.getMessages(1, count);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.SIZE);
            open.fetch(found, profile);
            List<Long> uids = new ArrayList<>(count);
            for (Message message : found) {
                uids.add(((UIDFolder) open).getUID(message));
            }
            return uids;
        });
    }

    /** A message; empty when it is not there any more, or too large to be a reply. */
    synchronized Optional<byte[]> fetch(long uid) {
        return call(() -> {
            Folder open = connection.folder();
            Message message = ((UIDFolder) open).getMessageByUID(uid);
            if (message == null || message.getSize() > MAX_BYTES) {
                return Optional.empty();
            }
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                return Optional.of(bytes.toByteArray());
            } catch (MessagingException | IOException failure) {
                if (open.isOpen()) {
                    LOG.warn(
                            "A message in the mailbox cannot be read: {}",
                            failure.getClass().getSimpleName());
                    return Optional.empty();
                }
                throw failure;
            }
        });
    }

    /** Deletes a message. */
    synchronized void delete(long uid) {
        remove(uid, false);
    }

    /** Moves a message to the folder of what is not understood. */
    synchronized void setAside(long uid) {
        remove(uid, true);
    }

    private void remove(long uid, boolean keep) {
        call(() -> {
            Folder open = connection.folder();
            Message message = ((UIDFolder) open).getMessageByUID(uid);
            if (message != null) {
                if (keep) {
                    open.copyMessages(new Message[] {message}, connection.unknownFolder());
                }
                message.setFlag(Flags.Flag.DELETED, true);
            }
            return Boolean.TRUE;
        });
    }

    /** Removes what was handled, and ends the connection until it is needed again. */
    synchronized void release() {
        call(() -> {
            connection.folder().expunge();
            connection.close();
            return Boolean.TRUE;
        });
    }

    private <T> T call(Step<T> step) {
        try {
            return circuit.executeCallable(step::run);
        } catch (CallNotPermittedException waiting) {
            throw new MailboxUnavailableException(waiting);
        } catch (Exception failure) {
            try {
                connection.close();
            } catch (MessagingException gone) {
                LOG.debug("The connection to the mailbox had ended already");
            }
            throw new MailboxUnavailableException(failure);
        }
    }

    /** A step on the open folder. */
    private interface Step<T> {
        T run() throws MessagingException, IOException;
    }
}
