package nl.klimrek.reminders.mailbox;

/** Handles messages that arrive in the mailbox. */
public interface IncomingMailHandler {

    /**
     * Handles a message. The same message may come again after a stop, and then changes nothing more.
     *
     * @return whether the message was understood; another one is set aside for people to look at
     */
    boolean handle(IncomingMail mail);
}
