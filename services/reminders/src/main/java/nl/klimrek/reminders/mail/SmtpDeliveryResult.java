package nl.klimrek.reminders.mail;

/** The mail server's answer to a message. */
public enum SmtpDeliveryResult {
    /** The server accepted the message. */
    ACCEPTED,
    /** There is no such mailbox, or the text is no address. */
    UNDELIVERABLE,
    /** The server rejected this message for good, for a reason that does not concern the address, such as its policy. */
    REJECTED,
    /** The server rejected this message for now. It may accept others. */
    RETRY_LATER,
    /** The server accepts no messages now. */
    UNAVAILABLE
}
