package nl.klimrek.reminders.mailbox;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox at an IMAP server, through its circuit breaker {@value #IMAP}. The folder is a queue: a message stays in it until it
 * was handled, so no position is kept that a changed UIDVALIDITY would make wrong. Messages are fetched and removed several in
 * one command, because the cost of a command grows with the folder at many servers.
 */
final class ImapMailbox {

    static final String IMAP = "imap";

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);

    private final ImapConnection connection;
    private final CircuitBreaker circuit;

    ImapMailbox(MailboxProperties properties, CircuitBreakerRegistry circuits) {
        this.connection = new ImapConnection(properties);
        this.circuit = circuits.circuitBreaker(IMAP);
    }

    /** Ids and sizes in bytes of the oldest messages in the folder, in order, after what was removed is gone. */
    synchronized Map<Long, Integer> oldest(int limit) {
        return call(() -> {
            Folder open = connection.folder();
            open.expunge();
            int count = Math.min(limit, open.getMessageCount());
            return count <= 0 ? Map.of() : ImapCommands.sizes(open, count);
        });
    }

    /** The messages of these ids, whole. One that is not there any more, or that the server cannot give, is left out. */
    synchronized Map<Long, byte[]> fetch(List<Long> uids) {
        return call(() -> {
            Folder open = connection.folder();
            try {
                return ImapCommands.fetch(open, uids);
            } catch (MessagingException failure) {
                if (!open.isOpen()) {
                    throw failure;
                }
                return fetchEach(open, uids);
            }
        });
    }

    /** One message that the server cannot give holds up no other one. */
    private static Map<Long, byte[]> fetchEach(Folder open, List<Long> uids) throws MessagingException {
        Map<Long, byte[]> found = new LinkedHashMap<>();
        for (long uid : uids) {
            try {
                found.putAll(ImapCommands.fetch(open, List.of(uid)));
            } catch (MessagingException failure) {
                if (!open.isOpen()) {
                    throw failure;
                }
                LOG.warn(
                        "A message in the mailbox cannot be read: {}",
                        failure.getClass().getSimpleName());
            }
        }
        return found;
    }

    /**
     * Takes handled messages out of the folder.
     *
     * @param understood are deleted
     * @param others move to the folder of what is not understood
     */
    synchronized void remove(List<Long> understood, List<Long> others) {
        call(() -> {
            Folder open = connection.folder();
            if (!others.isEmpty()) {
                ImapCommands.copy(open, others, connection.unknownFolder());
                ImapCommands.delete(open, others);
            }
            if (!understood.isEmpty()) {
                ImapCommands.delete(open, understood);
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
