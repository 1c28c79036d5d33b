package nl.klimrek.reminders.mailbox;

/** The mailbox cannot be used now. Its message names the kind of failure and nothing of the messages. */
final class MailboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MailboxUnavailableException(Exception cause) {
        super("The mailbox cannot be used now: " + cause.getClass().getSimpleName(), cause);
    }
}
