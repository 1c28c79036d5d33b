package nl.klimrek.reminders.sending;

/** The mail server's answer to a message. */
enum SmtpDeliveryResult {
    /** The server accepted the message. */
    ACCEPTED,
    /** The server rejected the message for good, for example because there is no such address. */
    REJECTED,
    /** The server rejected this message for now. It may accept others. */
    RETRY_LATER,
    /** The server accepts no messages now. */
    UNAVAILABLE
}
