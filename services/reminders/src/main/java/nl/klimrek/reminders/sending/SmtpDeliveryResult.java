package nl.klimrek.reminders.sending;

/** What the mail server said to a message. */
enum SmtpDeliveryResult {
    /** It has the message. */
    TAKEN,
    /** It will never take this message, as when there is no such address. */
    REFUSED,
    /** It does not take this message now; others it may. */
    NOT_NOW,
    /** It takes no message now. */
    AWAY
}
