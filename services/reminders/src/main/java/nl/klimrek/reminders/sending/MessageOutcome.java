package nl.klimrek.reminders.sending;

/** What became of the message to one person. */
enum MessageOutcome {
    /** It was sent, and counts for the weekly cap. */
    SENT,
    /** It was sent because of a duty, so it does not count for the weekly cap. */
    DUTY_SENT,
    /** No message was sent: the inbox alone has its prompts, they were not to be sent now, or the mail server accepts nothing. */
    NOT_SENT,
    /** The mail server rejects it for now. The claims stay until they end, so this person pauses while the others go on. */
    RETRY_LATER
}
